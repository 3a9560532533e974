## One result: its headings
result-hi-clear = La informática de la salud va mejor contigo hasta ahora
result-hi-lean = Tus respuestas se inclinan hacia la informática de la salud
result-him-clear = La gestión de la información de salud va mejor contigo hasta ahora
result-him-lean = Tus respuestas se inclinan hacia la gestión de la información de salud
result-either = Demasiado parejo para decidir
result-conflict = Tus respuestas y tus planes apuntan a lados distintos
result-not-enough = Aún faltan respuestas
result-title = Tu resultado: { $heading }
result-for = Resultado para { $name } · { $date }
result-older = Este es un resultado anterior. Tienes uno más nuevo.

lead-points = { $hi } puntos fueron a la informática de la salud (HI) y { $him } a la gestión de la información de salud (HIM).
lead-moved = Lo que más lo movió: { $one }, { $two } y { $three }.
lead-moved-two = Lo que más lo movió: { $one } y { $two }.
lead-moved-one = Lo que más lo movió: { $one }.
lead-not-enough = Respondiste { $answered } de { $items } preguntas en la escala. { $needed ->
    [one] Falta una más
   *[other] Faltan { $needed } más
  }. Con menos respuestas, los puntos podrían apuntar al lado equivocado, así que no los mostramos.

reason-conflict = Tus respuestas se inclinan hacia un lado, y lo que quieres sobre dirigir personas apunta al otro. No nombramos ningún programa. Háblalo con tu asesoría: en los dos programas hay trabajos con equipo y sin equipo.
reason-both-appeal = Te gusta casi todo lo que se hace en las dos carreras. Eso te deja opciones. Mira el título, el tiempo y las personas con quienes trabajarías.
reason-neither-appeals = Te gusta poco de lo que se hace en las dos carreras. Tal vez otros programas vayan mejor contigo. Tu asesoría te puede mostrar qué más hay.
reason-no-opinion = Todas tus respuestas están en el medio, así que no podemos distinguir las dos. Puede ayudar leer primero sobre las dos carreras y después responder otra vez.
reason-balanced = Tus respuestas tiran hacia los dos lados más o menos igual. Algo pequeño podría inclinarlas, así que no nombramos ningún programa.

flag-low-interest = Te disgusta mucho de lo que se hace en las dos carreras. Pregunta a tu asesoría también por otros programas.
flag-low-variation = Casi todas tus respuestas son iguales, así que dicen poco.
flag-many-unsure = { $open } preguntas no tienen respuesta en la escala. Con más respuestas, esto sería más seguro.
flag-supervision-hi = Quieres supervisar a personas pronto, y las respuestas apuntan a la informática de la salud, donde eso es menos común. Por eso nombramos una ventaja menor.
flag-supervision-him = No quieres supervisar a personas, y las respuestas apuntan a la gestión de la información de salud, donde mucha gente lo hace. Por eso nombramos una ventaja menor.
pair-title = Estas dos respuestas tiran hacia lados distintos
pair-counted = Las dos cuentan como las diste. Si una fue un descuido, contesta otra vez.

result-far = Ningún programa de { $side ->
    [hi] informática de la salud
   *[him] gestión de la información de salud
  } cabe todavía en tu tiempo. Tus intereses siguen siendo los mismos. La tabla muestra qué pide cada uno. Pregunta a tu asesoría por un primer paso.

advice-heading = { $verdict ->
    [hi] Tu asesoría sugiere la informática de la salud
    [him] Tu asesoría sugiere la gestión de la información de salud
   *[either] Tu asesoría dice que cualquiera de las dos puede funcionar
  }
advice-both = Tus puntos, más abajo, se quedan como están.
advice-reason-work-sooner = Necesitas trabajar antes
advice-reason-experience = Experiencia que las preguntas no ven
advice-reason-credits = Tus créditos
advice-reason-student-asked = Tú lo pediste
advice-reason-other = Otra razón
on-this-page = En esta página
points-title = A dónde fueron tus puntos
points-lead = { $side ->
    [hi] Es una ventaja de { $lead } hacia HI.
    [him] Es una ventaja de { $lead } hacia HIM.
   *[even] Los dos lados tienen los mismos puntos.
  }
points-each = Cada respuesta da sus puntos a un lado. Cada lado puede tener hasta { $most }. Respondiste { $answered ->
    [all] las { $items } preguntas
   *[other] { $answered } de { $items } preguntas
  }.
changes-title = Qué lo cambiaría
changes-firm = { $count ->
    [1] Una respuesta distinta cambiaría este resultado.
    [2] Harían falta al menos dos respuestas distintas para cambiar este resultado.
    [3] Harían falta al menos tres respuestas distintas para cambiar este resultado.
   *[other] Ni con tres respuestas distintas cambiaría este resultado.
  }
changes-then = { $count ->
    [one] Con esta respuesta diría “{ $heading }”:
   *[other] Con estas respuestas diría “{ $heading }”:
  }
changes-instead = en lugar de { $from }
changes-no-other = Ni con tres respuestas distintas nombraría { $side ->
    [hi] la informática de la salud
   *[him] la gestión de la información de salud
  }.
changes-why = Esto muestra qué tan firme es el resultado. Si una respuesta fue un error, responde otra vez. Si no, déjala como está.

since-title = Qué cambió desde el { $date }
since-nothing = Nada: las respuestas y el perfil son los mismos.
since-what = Qué
since-then = Antes
since-now = Ahora
since-band = Resultado
since-points = Puntos
since-supervise = Supervisar personas
since-answers = { $count ->
    [one] Ver la respuesta que cambió
   *[other] Ver las { $count } respuestas que cambiaron
  }
since-others = { $count ->
    [one] 1 pregunta es nueva o está en otras palabras, así que no se compara.
   *[other] { $count } preguntas son nuevas o están en otras palabras, así que no se comparan.
  }
since-before = Ver el resultado anterior

moved-title = Qué lo movió
moved-lead = Cada fila es un tema con dos extremos. Las barras de la izquierda cuentan para la informática de la salud; las de la derecha, para HIM. Las filas suman los totales.
answers-summary = Ver las { $items } respuestas y sus puntos
answers-caption = Tus respuestas con sus puntos
answers-question = ¿Cuánto te gustaría…?
answers-answer = Tu respuesta
answers-points = Puntos
answers-to-hi = { $points } a HI
answers-to-him = { $points } a HIM
answers-to-none = 0
answers-how = Los puntos son el peso del tema por tu respuesta: 1 por Me gusta, 2 por Me gusta mucho. El punto medio da 0. Me disgusta da sus puntos al otro lado.

way-title = Tus próximos pasos
way-title-from = Tus próximos pasos, desde { $credits ->
    [one] 1 crédito
   *[other] { $credits } créditos
  }
way-fits = El camino más corto hacia { $side ->
    [hi] la informática de salud
   *[him] la gestión de la información de salud
  }: { $title }. Toma cerca de { $years ->
    [one] un año
   *[other] { $years } años
  } a tu ritmo, y eso cabe en tu tiempo.
way-stretch = El camino más corto hacia { $side ->
    [hi] la informática de salud
   *[him] la gestión de la información de salud
  }: { $title }. Toma cerca de { $years ->
    [one] un año
   *[other] { $years } años
  } a tu ritmo, uno más de lo que dijiste.
way-over = El camino más corto hacia { $side ->
    [hi] la informática de salud
   *[him] la gestión de la información de salud
  }: { $title }. Toma cerca de { $years ->
    [one] un año
   *[other] { $years } años
  } a tu ritmo. Dijiste { $willing ->
    [one] un año
   *[other] { $willing } años
  }.
way-blocked = Ningún programa de { $side ->
    [hi] informática de salud
   *[him] gestión de la información de salud
  } está abierto para ti todavía. { $title }: antes necesitas { $needs }.
way-far = Tus intereses se inclinan hacia { $side ->
    [hi] la informática de salud
   *[him] la gestión de la información de salud
  }, y eso no cambia.
way-first-term = Un primer paso podría ser un solo período de clases. Después, mira otra vez.
way-full-time = A tiempo completo tomaría cerca de { $years ->
    [one] un año
   *[other] { $years } años
  }.
way-first-degree = Un primer paso podría ser: { $title }, { $credits ->
    [one] 1 crédito más
   *[other] { $credits } créditos más
  }.
way-first-ask = Pregunta a tu asesoría qué caminos llevan ahí.
way-talk = Háblalo con tu asesoría.
way-here = Dónde estás
way-here-as = { $unit ->
    [semester] { $credits } como créditos semestrales
   *[quarter] { $credits } como créditos trimestrales
  }
way-more = { $credits ->
    [one] 1 crédito más
   *[other] { $credits } créditos más
  }
way-after = { $credits } después de { $needs }
way-gap = Primero, { $needs }
way-gap-by = En nuestra escuela el camino es: { $title }.
way-second = Ya tienes un título de este nivel, así que este sería el segundo.
way-terms = Cerca de { $terms ->
    [one] 1 período de clases
   *[other] { $terms } períodos de clases
  } a tu ritmo.
way-terms-in-all = Con el título anterior, cerca de { $terms ->
    [one] 1 período de clases
   *[other] { $terms } períodos de clases
  } desde hoy.
way-builds-on = { $credits } de ellos vienen después del paso anterior.
way-longer = El paso anterior no lo acorta: después { $credits ->
    [one] falta 1 crédito
   *[other] faltan { $credits } créditos
  }.
way-capped = Como máximo el { $cap }% puede venir de créditos que ya tienes. Tienes más, así que algunos no cuentan.
way-credential = Lleva al { $what }.
way-jobs = Abre { $what }.
way-as-table = Ver los pasos en una tabla
way-in-all = Créditos desde hoy
way-terms-column = Períodos desde hoy
way-opens = Abre
jobs-title = Cuánto pagan estos empleos y cómo crecen
jobs-lead = Cifras nacionales de grupos de empleos. Pregunta a tu asesoría por los empleos cerca de ti.
jobs-group = Grupo de empleos
jobs-pay = Pago mediano al año
jobs-growth = Crecimiento de empleos

time-title = Cómo caben los programas en tu tiempo
time-lead = Según lo que decía tu perfil ese día. Esto nunca suma ni quita puntos.
time-caption = Cada programa frente a tus créditos y tus años
time-program = Programa
time-field = Campo
time-left = Créditos que faltan
time-years = A tu ritmo
time-fit = Cómo cabe en tu tiempo
time-years-of = { $years ->
    [one] 1 año
   *[other] { $years } años
  }
time-none = Llena tus estudios, los años que estudiarías y tu ritmo. Así tu próximo resultado muestra qué programas caben en tu tiempo.
time-none-link = Llenar mi perfil
time-how = Hasta el { $cap }% de un programa puede venir de créditos que ya tienes. Tiempo completo son { $unit ->
    [semester] 30 créditos semestrales al año en dos períodos; medio tiempo, 15
   *[quarter] 45 créditos trimestrales al año en tres períodos; medio tiempo, 22.5
  }. 1 crédito semestral es 1.5 créditos trimestrales. ¿Qué créditos se transfieren? Pregunta a tu asesoría.
time-no-credits = Dejaste tus créditos vacíos, así que cuentan como 0.
time-unit-unsure = No sabías de qué tipo son tus créditos, así que cuentan como trimestrales.
needs-some-college = Pide antes algo de universidad
needs-associate = Pide antes un título asociado
needs-bachelor = Pide antes una licenciatura
needs-master = Pide antes una maestría

talk-title = Háblalo
talk-about = Te asesora sobre los programas de salud
talk-text = Tu asesoría también ve este resultado. Deciden en conjunto.
talk-nobody = Aún no tienes asesoría. La oficina de asesoría te asignará a alguien.
letter-title = Correo
letter-line-accepted = El servidor de correo lo aceptó el { $at }, para { $email }. No podemos ver si se leyó.
letter-line-deferred = El servidor de correo nos pidió esperar. Lo intentamos otra vez para { $email }.
letter-line-failed = El servidor de correo lo rechazó para { $email }. Tu asesoría te puede ayudar a corregir la dirección.
letter-line-held = Esto es una prueba con un solo buzón. El mensaje para { $email } está retenido.
letter-line-sending = En camino a { $email }. Tarda unos segundos.
letter-again = Enviarlo otra vez
flash-submitted = Tu resultado está guardado y un mensaje sobre él va en camino.
flash-letter-queued = El mensaje va otra vez en camino.
flash-letter-wordless = No se envió: este mensaje es tan antiguo que su texto ya no existe. Todo lo que decía está en esta página.
flash-letter-limit = No se envió: el máximo es de tres mensajes por hora. Prueba más tarde.
more-title = Más
more-share = Mostrarlo a tu familia
more-print = Imprimir esta página
more-compare = Comparar las dos carreras
more-again = Responder otra vez
more-finish = Terminar las preguntas
more-earlier = Todos mis resultados
result-small = Un punto de partida, no la nota de un examen. No puede decir qué tan bien te iría y no decide qué puedes estudiar. Versión { $version } de las preguntas, reglas { $scoring }, { $date }.
result-wrong = ¿Algo está mal? Pide a tu asesoría una corrección.
result-print-head = { $school } · Signpost · Resultado para { $name } · { $date }
finish-title = Termina las preguntas
finish-text = Tus respuestas están guardadas. Agrega lo que falta y entrégalas otra vez.

## All results
results-title = Tus resultados
results-lead = Primero el más nuevo. Cada uno se queda como era ese día.
results-none = Aún no hay resultado
results-none-text = Responde las preguntas y tu resultado aparece aquí.
results-start = Empezar las preguntas
results-go-on = Seguir con las preguntas
results-points = { $hi } hacia HI, { $him } hacia HIM
results-no-points = Sin puntos: muy pocas respuestas
results-superseded = Anterior: arriba hay uno más nuevo
results-changed = Qué cambió
results-again-text = Si respondes otra vez, hay un resultado nuevo. El anterior se queda.

## Family links
shares-title = Muéstralo a tu familia
shares-lead = Crea un enlace que muestra este resultado a quien lo tenga. Tú eliges qué contiene y puedes retirarlo.
shares-never = Tus respuestas, las notas de tu asesoría y tu dirección nunca están en él.
share-label = ¿Para quién?
share-label-hint = Solo tú ves esto
share-label-missing = Escribe para quién es el enlace
share-label-too-long = Usa como máximo 80 caracteres
share-parts = ¿Qué debe mostrar además del título?
share-part-points = Puntos para los dos lados
share-part-topics = Qué lo movió
share-part-programs = Cómo caben los programas en mi tiempo
share-part-unknown = Elige de la lista
share-days = ¿Cuánto tiempo debe servir?
share-days-7 = 7 días
share-days-30 = 30 días
share-days-missing = Elige 7 o 30 días
share-make = Crear el enlace
share-full = Tienes diez enlaces para este resultado. Retira uno antes
shares-open = Enlaces que sirven
share-link = Enlace
share-until = Sirve hasta { $until }.
share-seen = { $views ->
    [0] Aún sin abrir.
    [one] Abierto una vez, { $last }.
   *[other] Abierto { $views } veces, la última { $last }.
  }
share-shows = Muestra: { $parts }.
share-shows-heading = solo el título
share-revoke = Retirarlo
share-lost = Este enlace no se puede mostrar otra vez. Retíralo y crea uno nuevo.
shared-title = Un resultado que te muestra { $name }
shared-kicker = { $name } te muestra este resultado del { $date }
shared-note = Es un punto de partida para conversar, no la nota de un examen. { $name } puede retirar este enlace en cualquier momento.
shared-gone-title = Este enlace no muestra nada
shared-gone-text = Tal vez venció, se retiró o llegó cortado. Pregunta a quien te lo dio.
flash-shared = El enlace está listo. Cópialo y envíalo a quien quieras.
flash-share-revoked = El enlace se retiró. Ya no muestra nada.

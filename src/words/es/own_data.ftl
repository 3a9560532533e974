## My data
nav-data = Mis datos
# Staff only
nav-reports = Informes
nav-requests = Requests
footer-rights = Tus derechos
account-data = Lo que guardamos sobre ti
account-data-see = Ver mis datos

data-title = Mis datos
data-lead = Lo que guardamos sobre ti, quién lo abrió y qué puedes pedir.
data-rights = Una ley federal, FERPA, te da derechos sobre tu expediente.
data-rights-link = Lee tus derechos

## Who opened the record
openings-title = Quién abrió tu expediente
openings-lead = El personal deja aquí una línea cada vez. Ves el cargo, no el nombre.
openings-none = Nadie lo ha abierto todavía.
openings-caption = Quién abrió tu expediente, primero lo más reciente
openings-when = Cuándo
openings-who = Quién
opening-who = { $who ->
    [yours] Tu asesoría
    [advisor] Alguien de asesoría, cuando no la tenías
    [lead] Alguien de la asesoría principal
    [admin] Alguien de administración
   *[gone] Alguien que ya no está en la escuela
  }

## What left the school
left-title = Lo que salió de la escuela
left-lead = Lo que alguien de fuera de la escuela pidió o recibió sobre ti.
left-none = Nada tuyo salió de la escuela, según lo que anotamos.
left-day = Día
left-whom = A quién
left-what = Qué
left-why = Por qué puede tenerlo

## What is kept
held-title = Lo que guardamos
held-caption = Qué guardamos, cuánto, quién puede leerlo y por cuánto tiempo
held-what = Qué
held-many-title = Cuánto
held-who = Quién puede leerlo
held-long = Por cuánto tiempo
held-contact = Nombre, correo electrónico y contraseña
held-profile = Tu perfil
held-answers = Respuestas y resultados
held-advice = Consejos
held-notes = Notas sobre ti
held-advisors = Quiénes te asesoran
held-letters = Mensajes para ti
held-sessions = Inicios de sesión y navegadores
held-requests = Lo que pediste
held-disclosures = Lo que salió de la escuela
held-outcomes = Qué hiciste después de tu resultado
held-listed = Tu línea en la lista de la escuela
held-who-listed = Administradores
listed-title = En la lista de la escuela
listed-line = { $name }, { $email }, número de estudiante { $id }
listed-line-without = { $name }, { $email }
held-openings = Quién abrió tu expediente
held-many = { $count }
held-many-saved = Guardado
held-many-empty = Sin llenar
held-many-answers = { $attempts ->
    [one] Empezadas una vez
   *[other] Empezadas { $attempts } veces
  }, { $results ->
    [one] 1 resultado
   *[other] { $results } resultados
  }
held-many-notes = { $shared } puedes leer, { $others } son para el personal
held-who-advised = Tú, tu asesoría y la asesoría principal
held-who-contact = Tú, tu asesoría, la asesoría principal y administración. Nadie puede leer la contraseña
held-who-notes = Cada nota dice quién. Puedes pedir verlas todas
held-who-letters = Tú. El personal ve que salieron, no las palabras
held-who-you = Tú
held-who-requests = Tú y la asesoría principal. Una declaración: quien abra tu expediente
held-who-openings = Tú, con el cargo. El personal que puede abrir tu expediente, con el nombre
held-long-record = Hasta { $period } después de tu última visita o contacto
held-long-letters = Las palabras, { $period }. Que se enviaron: tanto como tu expediente
held-long-sessions = Hasta que cierras la sesión, 12 horas como máximo. Un día después ya no están
held-long-openings = Para siempre, como números. Cuando se borran tus datos, no nombran a nadie
period-years = { $years ->
    [one] 1 año
   *[other] { $years } años
  }
period-months = { $months ->
    [one] 1 mes
   *[other] { $months } meses
  }

## The copy
data-copy-title = Descargar
data-copy-text = Todo lo que puedes leer aquí, de una vez: como página, y como JSON para programas.
data-copy-without = { $count ->
    [0] No se guardan otras notas.
    [one] 1 nota para el personal no está incluida. Puedes pedir verla.
   *[other] { $count } notas para el personal no están incluidas. Puedes pedir verlas.
  }
data-copy-released = Todas las notas están incluidas hasta el { $day }.
data-copy-get = Obtener mi copia
data-copy-html = Descargar como página
data-copy-json = Descargar como JSON
data-copy-care = El archivo tiene todo tu expediente. En una computadora compartida, bórralo al terminar.
copy-title = Expediente de Signpost de { $name }
copy-made = De { $school }, hecho { $at }.
copy-notice = Este es tu propio expediente educativo, y puedes mostrarlo a quien quieras. Quien lo reciba de la escuela no puede pasarlo a otros sin tu consentimiento (34 CFR 99.33).
copy-note-removed = La asesoría principal quitó esta nota el { $day }.
copy-note-added = { $author } añadió esto el { $at }:
copy-note-earlier = Antes de editarse, la nota del { $at } decía:
copy-all-notes = No hay más notas que las de esta copia.
copy-other-notes = No están en esta copia: { $advisors } { $advisors ->
    [one] nota
   *[other] notas
  } para asesoría y { $restricted } { $restricted ->
    [one] nota restringida
   *[other] notas restringidas
  }. Puedes pedir verlas.
copy-language = Idioma
copy-since = Cuenta desde
copy-seen = Última vez aquí
copy-factor = Segundo paso desde
copy-password = Tu contraseña se guarda codificada. Nadie la puede leer, así que no está en esta copia.
copy-saved = Guardado
copy-attempts = Tus respuestas
copy-attempt = Empezadas { $at }
copy-version = Versión { $version } de las preguntas.
copy-submitted = Entregadas { $at }.
copy-open = Sin entregar. Guardadas { $at }.
copy-when = Cuándo
copy-results = Tus resultados
copy-advice = Consejo de { $author }, { $at }
copy-verdict = { $verdict ->
    [agree] De acuerdo con el resultado
    [hi] Sugiere la informática de la salud
    [him] Sugiere la gestión de la información de salud
   *[either] Dice que cualquiera de las dos puede funcionar
  }
copy-level = { $level ->
    [student] También para ti
    [advisors] Para asesoría
   *[restricted] Para quien la escribió y la asesoría principal
  }
copy-links = Enlaces que creaste para mostrar un resultado
copy-link = creado { $at }, funciona hasta { $until }
copy-link-back = retirado { $at }
copy-contact = Contacto el { $day }
copy-now = ahora
copy-letter = A { $to }, escrito { $at }
copy-letter-wordless = Las palabras aún no están escritas, o se quitaron porque el mensaje es viejo.
copy-session = sesión iniciada { $since }, última vez { $seen }
copy-addresses = Cambios de tu correo electrónico
copy-address-done = hecho { $at }
copy-address-undone = deshecho { $at }
copy-none = Nada.

## Asking
data-ask-title = { $about ->
    [notes] Ver todas las notas
    [correction] Corregir
   *[erasure] Borrar
  }
data-ask-text = { $about ->
    [notes] El personal puede guardar notas que no ves aquí. Pídelas. La asesoría principal las entrega en un plazo de 45 días.
    [correction] ¿Algo está mal? Pídenos corregirlo. Si decimos que no, tu propia declaración queda junto al expediente.
   *[erasure] Pídenos borrar tus datos. La asesoría principal decide, con una razón, en un plazo de 45 días.
  }
data-ask-button = { $about ->
    [notes] Pedir ver todas las notas
    [correction] Pedir una corrección
   *[erasure] Pedir borrar mis datos
  }
data-ask-waits = Ya lo pediste. La respuesta estará en esta página.
ask-cancel = Cancelar
ask-clock = { $about ->
    [erasure] La asesoría principal responde en un plazo de 45 días. Si la respuesta es no, un mensaje te avisa.
   *[other] La asesoría principal responde en un plazo de 45 días. Un mensaje te avisa cuando la respuesta esté en tu página de datos.
  }
ask-notes-title = Ver todas las notas
ask-notes-text = Las notas sobre ti son parte de tu expediente. Algunas son para el personal. La asesoría principal las entrega todas, y por 30 días están en tu descarga.
ask-notes-button = Pedir ver todas las notas
ask-correction-title = Pedir una corrección
ask-correction-text = Esto es para datos que están mal o que engañan. No cambia una opinión ni los puntos. Tu nombre, por ejemplo, lo corregimos aquí. Tu perfil y tus respuestas los puedes cambiar tú.
ask-correction-button = Pedir la corrección
ask-erasure-title = Pedir borrar mis datos
ask-erasure-text = Si la asesoría principal está de acuerdo, pasa de inmediato y no se puede deshacer:
ask-erasure-what = Se borran tu cuenta, tu perfil, tus respuestas, resultados, notas, consejos y mensajes.
ask-erasure-sign-in = Ya no puedes iniciar sesión. No nos queda ninguna dirección tuya, así que ningún mensaje puede avisarte.
ask-erasure-stays = Lo que queda no te nombra: una cuenta de resultados por mes, y números en nuestro registro de quién hizo qué.
ask-erasure-elsewhere = Los mensajes en tu propio buzón se quedan. Las copias de seguridad de nuestra base de datos se sobrescriben con el tiempo.
ask-erasure-copy = Guarda antes una copia, si quieres conservar algo:
ask-erasure-button = Pedir borrar mis datos
ask-erasure-sure = Lo entiendo. Borren todo sobre mí.
correction-wrong = ¿Qué está mal?
correction-wrong-why = Di dónde lo viste.
correction-right = ¿Qué debe decir?
correction-right-why = Con la mayor exactitud posible.
request-more = ¿Hay algo que debamos saber?
request-more-why = No tienes que dar una razón.
correction-wrong-missing = Escribe qué está mal
correction-right-missing = Escribe qué debe decir
erasure-not-confirmed = Marca la casilla si quieres que se borren tus datos
request-too-long = Usa como máximo 2,000 caracteres
request-malformed = Usa solo letras, signos y saltos de línea

## Requests
requests-title = Tus solicitudes
request-title = { $about ->
    [notes] Ver todas las notas
    [correction] Una corrección
   *[erasure] Borrar mis datos
  }
request-state-open = Abierta
request-state-late = Atrasada
request-state-granted = Sí
request-state-denied = No
request-state-withdrawn = Retirada
request-asked = Pedida el { $day }
request-due = respuesta a más tardar el { $day }
request-decided = respondida el { $day }
request-withdrawn = retirada el { $day }
request-words = Lo que dijiste
request-should-say = Lo que debe decir
request-reason = Nuestra respuesta
request-statement = Tu declaración
request-released = Tu descarga tiene todas las notas hasta el { $day }.
request-withdraw = Retirarla
statement-about = ¿No estás de acuerdo? Tu declaración queda junto a tu expediente. Quien lo abra puede leerla. También puedes pedir una audiencia: díselo a tu asesoría o a la asesoría principal.
statement-add = Agregar una declaración
statement-change = Cambiar mi declaración
statement-title = Tu declaración
statement-text = Di con tus propias palabras por qué no estás de acuerdo. Queda junto a tu expediente mientras lo guardemos.
statement-why = Hasta 5,000 caracteres.
statement-save = Guardar mi declaración
statement-missing = Escribe tu declaración
flash-request-made = Ya lo pediste. La respuesta estará en esta página en un plazo de 45 días.
flash-request-open = Ya habías pedido esto, y sigue abierto.
flash-request-withdrawn = Retiraste tu solicitud.
flash-statement-saved = Tu declaración queda junto a tu expediente.

## What became of a student
outcome-title = ¿Qué elegiste?
outcome-lead = Recibiste tu resultado el { $day }. Cuéntanos qué hiciste después. Así vemos qué tan buenos son nuestros resultados, y tu asesor lo ve.
outcome-hi = Estudio informática de la salud
outcome-him = Estudio gestión de la información de salud
outcome-other = Estudio otra cosa
outcome-not = Ahora no estudio
outcome-unknown = Todavía no lo sé
outcome-told = El { $day } nos contaste: { $what }
outcome-change = Si eso cambió, toca lo que vale ahora.
outcome-free = No tienes que responder.
outcome-missing = Elige una de las respuestas
outcome-told-title = Qué fue de ti
outcome-source = { $source ->
    [student] Lo contaste tú
    [advisor] Lo anotó tu asesor
   *[school] Lo dice una lista de la escuela
 }
flash-outcome-told = Gracias. Tu respuesta está guardada.

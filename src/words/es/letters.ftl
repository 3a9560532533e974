## Letters

letter-from = Signpost de { $school }
letter-hello = Hola, { $name }:
letter-hello-nobody = Hola:
letter-sample-subject = Prueba: { $subject }
letter-copy-link = Si el botón no hace nada, copia esta dirección en tu navegador:
letter-account-foot = { $school } usa Signpost para ayudar a sus estudiantes a elegir entre sus programas de salud. Este mensaje lo envió un sistema automático.

letter-confirm-subject = Confirma tu correo electrónico
letter-confirm-lead = Tu cuenta de Signpost está casi lista.
letter-confirm-why = Alguien usó esta dirección para crear una cuenta de Signpost en { $school }. Esperamos que hayas sido tú.
letter-confirm-how = Abre el enlace y oprime “Confirmar mi correo electrónico”. Sirve una vez, por 24 horas.
letter-confirm-button = Ir a la página para confirmar
letter-confirm-not-you = Si no fuiste tú, no hagas nada. Sin el enlace no se abre ninguna cuenta.

letter-already-subject = Ya tienes una cuenta de Signpost
letter-already-lead = Puedes iniciar sesión ahora mismo.
letter-already-why = Alguien intentó crear una cuenta de Signpost en { $school } con esta dirección. La dirección ya tiene una, así que no se cambió nada.
letter-already-button = Iniciar sesión
letter-already-forgot = Si olvidaste tu contraseña, puedes elegir una nueva aquí:
letter-already-not-you = Si no fuiste tú, no hagas nada. Nadie entró a tu cuenta.

letter-reset-subject = Elige una contraseña nueva
letter-reset-lead = El enlace sirve una vez, por 15 minutos.
letter-reset-why = Alguien pidió una contraseña nueva para tu cuenta de Signpost en { $school }.
letter-reset-how = Si fuiste tú, abre el enlace y elige una contraseña nueva. El enlace sirve una vez, por 15 minutos.
letter-reset-button = Elegir una contraseña nueva
letter-reset-not-you = Si no fuiste tú, no hagas nada. Tu contraseña sigue igual.

letter-invitation-subject = Invitación a Signpost en { $school }
letter-invitation-lead = El enlace sirve una vez, por 3 días.
letter-invitation-why = { $role ->
    [student] { $by }, de { $school }, te invita a Signpost.
    [lead] { $by } te invita a la asesoría principal de Signpost.
    [admin] { $by } te invita a la administración de Signpost.
   *[advisor] { $by } te invita a la asesoría de Signpost.
    }
letter-invitation-what = { $role ->
    [student] Responde unas preguntas cortas y mira cuál de nuestros programas de salud va mejor contigo hasta ahora: informática de la salud o gestión de la información de salud. Ves todas las razones y puedes hablarlo con tu asesoría. No hay respuestas correctas ni incorrectas.
   *[staff] Con Signpost, { $school } ayuda a sus estudiantes a elegir entre informática de la salud y gestión de la información de salud.
    }
letter-invitation-how = Abre el enlace para poner tu nombre y tu contraseña. Sirve una vez, por 3 días.
letter-invitation-button = Aceptar la invitación
letter-invitation-not-you = Si no sabes de qué se trata, no hagas nada. Sin el enlace no se abre ninguna cuenta.

letter-test-subject = El correo funciona
letter-test-lead = Una carta de prueba de Signpost.
letter-test-why = Enviaste esta carta desde la bandeja de salida de Signpost en { $school }. Llegó, así que las cartas del portal salen. Mira si está en la bandeja de entrada y no en el correo no deseado.
letter-test-button = Volver a la bandeja de salida

letter-outcome-subject = ¿Qué elegiste?
letter-outcome-lead = Basta un toque.
letter-outcome-why = El { $day } recibiste un resultado de Signpost en { $school }. Nos gustaría saber qué hiciste después: así vemos qué tan buenos son nuestros resultados.
letter-outcome-button = Contar qué hice
letter-outcome-once = Lo preguntamos una sola vez. No tienes que responder.

letter-password-subject = Tu contraseña cambió
letter-password-lead = Tu sesión se cerró en todos los demás lugares.
letter-password-why = La contraseña de tu cuenta de Signpost en { $school } acaba de cambiar.
letter-password-not-you = Si no fuiste tú, elige ahora mismo una contraseña nueva:

letter-new-email-subject = Confirma tu nuevo correo electrónico
letter-new-email-lead = El enlace sirve una vez, por 24 horas.
letter-new-email-why = Alguien quiere usar esta dirección para una cuenta de Signpost en { $school }. Esperamos que hayas sido tú.
letter-new-email-how = Abre el enlace y oprime “Usar esta dirección”.
letter-new-email-button = Ir a la página para confirmar
letter-new-email-not-you = Si no fuiste tú, no hagas nada. Sin el enlace no cambia nada.

letter-email-changed-subject = Tu correo electrónico cambió
letter-email-changed-lead = Los mensajes ya no llegan aquí.
letter-email-changed-why = Tu cuenta de Signpost en { $school } ahora tiene otro correo electrónico. Desde ahora los mensajes van ahí.
letter-email-changed-undo = Si no fuiste tú, recupera esta dirección. El enlace sirve una vez, por 3 días. Cierra todas las sesiones y te lleva a una contraseña nueva.
letter-email-changed-button = No fui yo

letter-code-subject = Tu código para iniciar sesión
letter-code-lead = El código sirve por diez minutos.
letter-code-why = Hoy alguien probó muchas contraseñas equivocadas para tu cuenta de Signpost en { $school }. La última fue la correcta. Si fuiste tú, escribe este código:
letter-code-not-you = Si no fuiste tú, alguien conoce tu contraseña. No le digas el código a nadie y elige una contraseña nueva:

letter-new-place-subject = Nuevo inicio de sesión en tu cuenta
letter-new-place-why = Tu cuenta de Signpost en { $school } se usó en un lugar nuevo: { $browser }, { $at }.
letter-new-place-was-you = Si fuiste tú, no hay nada que hacer.
letter-new-place-not-you = Si no fuiste tú, cambia tu contraseña y cierra la sesión en todos los demás lugares:
letter-new-place-button = Ver mi cuenta

letter-factor-on-subject = Se configuró un segundo paso
letter-factor-on-why = Se configuró un segundo paso para tu cuenta de Signpost en { $school }, { $at }. Desde ahora, para iniciar sesión también se pide un código.
letter-factor-codes-subject = Tienes códigos de recuperación nuevos
letter-factor-codes-why = Se crearon códigos de recuperación nuevos para tu cuenta de Signpost en { $school }, { $at }. Los anteriores ya no sirven.
letter-factor-off-subject = Se quitó tu segundo paso
letter-factor-off-why = Se quitó el segundo paso de tu cuenta de Signpost en { $school }, { $at }. Ahora se abre solo con la contraseña.
letter-factor-admin-why = Un administrador quitó el segundo paso de tu cuenta de Signpost en { $school }, { $at }. Ahora se abre solo con la contraseña.
letter-factor-not-you = Si no fuiste tú, avisa a tu escuela y elige ahora mismo una contraseña nueva. Así se cierran todas las sesiones:
letter-factor-asked = Si lo pediste tú, no hay nada que hacer.
letter-factor-not-asked = Si no lo pediste tú, avisa a tu escuela y elige ahora mismo una contraseña nueva. Así se cierran todas las sesiones:

letter-role-subject = Ahora tienes otro rol
letter-role-advisor-why = Un administrador te dio el rol de asesor en Signpost, { $school }, { $at }. Se cerraron todas tus sesiones.
letter-role-lead-why = Un administrador te dio el rol de asesor principal en Signpost, { $school }, { $at }. Se cerraron todas tus sesiones.
letter-role-admin-why = Un administrador te dio el rol de administrador en Signpost, { $school }, { $at }. Se cerraron todas tus sesiones.
letter-reopened-subject = Tu cuenta está abierta otra vez
letter-reopened-why = Un administrador volvió a abrir tu cuenta cerrada de Signpost en { $school }, { $at }. Tu contraseña es la misma de antes.
letter-account-unexpected = Si no lo esperabas, avisa a tu escuela.

letter-decided-subject = Respondimos tu solicitud
letter-decided-lead = Inicia sesión para leer la respuesta.
letter-decided-why = La asesoría principal de { $school } decidió sobre lo que pediste: { $about ->
    [notes] ver todas las notas sobre ti
    [erasure] borrar tus datos
   *[correction] corregir tu expediente
    }.
letter-decided-how = La respuesta y la razón están en tu página de datos. No están en este mensaje, porque otros pueden leer el correo en el camino.
letter-decided-button = Leer la respuesta
letter-decided-reply = Si algo no está claro, responde a este mensaje. Llega a la persona de la asesoría principal que decidió.

letter-note-subject = { $author } te escribió una nota
letter-note-lead = Inicia sesión para leerla.
letter-note-why = { $author }, de { $school }, escribió una nota para ti. Está en tu página de Signpost.
letter-note-how = La nota no está en esta carta, porque otras personas pueden leer el correo en el camino.
letter-note-button = Leer la nota
letter-note-reply = Si quieres responder, contesta a esta carta. Le llega a { $author }.

letter-advice-subject = { $author } te dio un consejo sobre tu resultado
letter-advice-subject-again = { $author } cambió el consejo sobre tu resultado
letter-advice-lead = Inicia sesión para leerlo.
letter-advice-why = { $author }, de { $school }, miró tu resultado y te dio un consejo.
letter-advice-why-again = { $author }, de { $school }, te dio un consejo nuevo sobre tu resultado. Toma el lugar del anterior.
letter-advice-both = Tus puntos quedan como están. El consejo no está en esta carta, porque otros pueden leer el correo en el camino.
letter-advice-button = Leer el consejo
letter-advice-reply = Si quieres contestar, responde a esta carta. Le llega a { $author }.

letter-message-lead = Una carta de tu asesoría.
letter-message-reply = Si quieres contestar, responde a esta carta. Le llega a { $author }.
letter-message-foot = { $author }, de { $school }, envió esta carta a varios estudiantes por Signpost.

letter-figure-subject = Corregimos una cifra de nuestra carta
letter-figure-lead = Aquí está la cifra como es ahora.
letter-figure-why = En nuestra carta del { $date } de { $school } te dimos una cifra sobre el trabajo. Desde entonces se corrigió.
letter-figure-old = Te dijimos: { $label }, { $value } ({ $basis }).
letter-figure-new = Ahora es: { $label }, { $value } ({ $basis }).
letter-figure-review = { $label }: esta cifra está en revisión en este momento.
letter-figure-result = Tu resultado no depende de esta cifra. Se queda como está.
letter-figure-button = Ver la cifra y su fuente

letter-hi = Informática de la salud
letter-him = Gestión de la información de salud
letter-points = { $points ->
    [one] 1 punto
   *[other] { $points } puntos
    }

letter-result-subject-hi = Tu resultado de Signpost: informática de la salud (HI)
letter-result-subject-him = Tu resultado de Signpost: gestión de la información de salud (HIM)
letter-result-subject-either = Tu resultado de Signpost: demasiado parejo para decidir
letter-result-subject-conflict = Tu resultado de Signpost: respuestas y planes difieren
letter-result-subject-insufficient = Tu resultado de Signpost: aún faltan respuestas
letter-result-subject-plain = Tu resultado de Signpost está listo

letter-result-heading-hi-clear = La informática de la salud va mejor contigo hasta ahora
letter-result-heading-him-clear = La gestión de la información de salud va mejor contigo hasta ahora
letter-result-heading-hi-lean = Tus respuestas se inclinan hacia la informática de la salud
letter-result-heading-him-lean = Tus respuestas se inclinan hacia la gestión de la información de salud
letter-result-heading-either = Demasiado parejo para decidir
letter-result-heading-conflict = Tus respuestas y tus planes apuntan a lados distintos
letter-result-heading-insufficient = Aún faltan respuestas

letter-result-band-hi-clear = Tus respuestas favorecen el trabajo de la informática de la salud (HI), y la ventaja es clara.
letter-result-band-him-clear = Tus respuestas favorecen el trabajo de la gestión de la información de salud (HIM), y la ventaja es clara.
letter-result-band-hi-lean = Más respuestas tuyas favorecen el trabajo de la informática de la salud (HI). La ventaja no es grande, así que una conversación puede cambiarla.
letter-result-band-him-lean = Más respuestas tuyas favorecen el trabajo de la gestión de la información de salud (HIM). La ventaja no es grande, así que una conversación puede cambiarla.
letter-result-band-balanced = Algunas respuestas tuyas apuntan a la informática de la salud (HI) y otras a la gestión de la información de salud (HIM). La ventaja es demasiado pequeña para nombrar una.
letter-result-band-both-appeal = Te gusta mucho del trabajo en la informática de la salud (HI) y también en la gestión de la información de salud (HIM). La ventaja es demasiado pequeña para nombrar una.
letter-result-band-neither-appeals = Te disgusta mucho del trabajo en la informática de la salud (HI) y también en la gestión de la información de salud (HIM). Tal vez otro programa vaya mejor contigo, y vale la pena hablarlo.
letter-result-band-no-opinion = Tus respuestas se quedan en el medio. Por eso no nombran la informática de la salud (HI) ni la gestión de la información de salud (HIM).
letter-result-band-conflict = Lo que te gusta apunta a un lado. Lo que dijiste sobre supervisar personas apunta al otro. Por eso no nombramos la informática de la salud (HI) ni la gestión de la información de salud (HIM).
letter-result-scores = { $him ->
    [one] 1 punto
   *[other] { $him } puntos
    } hacia HIM y { $hi } hacia HI. La ventaja es de { $lead ->
    [one] 1 punto
   *[other] { $lead } puntos
    }.
letter-result-scores-hi = { $hi ->
    [one] 1 punto
   *[other] { $hi } puntos
    } hacia HI y { $him } hacia HIM. La ventaja es de { $lead ->
    [one] 1 punto
   *[other] { $lead } puntos
    }.
letter-result-answered = Respondiste { $answered } de { $items } preguntas.
letter-result-missing = { $missing ->
    [one] Falta una respuesta más para poder apuntar a un lado.
   *[other] Faltan { $missing } respuestas más para poder apuntar a un lado.
    }
letter-result-no-advice = Por eso este mensaje aún no recomienda nada.

letter-result-lead-named = Mira por qué y qué hacer ahora.
letter-result-lead-either = Mira qué apunta a cada lado y qué hacer ahora.
letter-result-lead-insufficient = Mira qué falta.

letter-result-why = Por qué
letter-result-why-either = Lo que más contó, para cualquiera de los dos lados
letter-result-missing-heading = Qué falta
letter-result-against = Lo que más tiró hacia el otro lado: { $pole }.

letter-result-plans = Cómo cabe en tus planes
letter-result-warning = Lee esto primero. La medida oficial de ingresos de este programa no aprueba. { $words }
letter-result-fits = { $title }: cabe. { $years ->
    [one] 1 año
   *[other] { $years } años
    } a tu ritmo.
letter-result-stretch = { $title }: ajustado. { $years ->
    [one] 1 año
   *[other] { $years } años
    } a tu ritmo, uno más de lo que planeaste.
letter-result-over-time = { $title }: toma más tiempo de lo que planeaste. { $years ->
    [one] 1 año
   *[other] { $years } años
    } a tu ritmo.
letter-result-blocked = { $title }: aún no está disponible para ti.
letter-result-blocked-needs = { $title }: aún no está disponible para ti. Pide antes { $needs }.
letter-needs-some-college = algo de universidad
letter-needs-associate = un título asociado
letter-needs-bachelor = una licenciatura
letter-needs-master = una maestría

letter-result-figures = Cifras sobre el trabajo
letter-statistic-median = Mediana
letter-statistic-mean = Promedio
letter-statistic-p10 = Percentil 10
letter-statistic-p25 = Percentil 25
letter-statistic-p75 = Percentil 75
letter-statistic-p90 = Percentil 90
letter-statistic-projection = Proyección
letter-statistic-count = Cantidad
letter-statistic-share = Proporción
letter-statistic-price = Precio
letter-statistic-rating = Calificación
letter-figure-source = { $period }. Fuente: { $source }. Verificada { $checked }.
letter-figure-source-unchecked = { $period }. Fuente: { $source }. Por verificar.

letter-result-next = Tu próximo paso
letter-next-talk-to-advisor = Habla de tu resultado con { $advisor }.
letter-next-talk-to-advisor-nobody = Habla de tu resultado con alguien de asesoría. Puedes pedir una llamada en la página de tu resultado.
letter-next-fill-profile = Llena tu perfil. Así podemos decirte cuánto tiempo te tomaría el programa.
letter-next-first-step = Pregunta a { $advisor } cuál podría ser un primer paso hacia este programa.
letter-next-first-step-nobody = Pregunta en asesoría cuál podría ser un primer paso hacia este programa.
letter-next-other-programs = Pregunta a { $advisor } también por otros programas de salud.
letter-next-other-programs-nobody = Pregunta en asesoría también por otros programas de salud.
letter-next-finish-questions = Termina las preguntas. Las respuestas que diste están guardadas.

letter-result-button = Ver mi resultado completo
letter-result-button-insufficient = Ver qué falta
letter-result-sign-in = Tendrás que iniciar sesión.
letter-result-reply = Para escribir a { $advisor }, responde a este mensaje.
letter-result-foot = Un punto de partida, no la nota de un examen. No puede decir qué tan bien te iría y no decide qué puedes estudiar.
letter-result-because = Resultado del { $date }. Recibes este mensaje porque entregaste tus respuestas en { $school }.
letter-result-scoring = Cómo se cuentan los puntos

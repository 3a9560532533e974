## Home
home-title = Hola, { $name }
home-lead-new = Descubre qué camino va mejor contigo. Toma unos 8 minutos.
home-lead-begun = Vas a la mitad de las preguntas.
home-lead-check = Todas las partes están guardadas. Revisa tus respuestas y obtén tu resultado.
home-lead-result = Tu resultado está aquí.
home-lead-short = Casi terminas. Faltan algunas respuestas.
home-next-new = Empieza las preguntas
home-next-begun = Sigue con la parte { $part }
home-next-check = Revisa tus respuestas
home-next-result = Mira tu resultado
home-next-short = Termina las preguntas
home-text-new = Preguntas cortas sobre lo que se hace en las dos carreras. No hay respuestas correctas. Para cuando quieras y vuelve después.
home-text-begun = { $answered } de { $items } respondidas. Todo lo que llevas está guardado.
home-text-result = Del { $date }. Lee qué lo movió y después háblalo con tu asesoría.
home-text-short = Para un resultado { $needed ->
    [one] falta { $needed } respuesta
   *[other] faltan { $needed } respuestas
  } más. Las que diste están guardadas.
home-start = Empezar
home-continue = Continuar
home-open = Abrir mi resultado
home-way = Tu camino hasta ahora
home-task-profile = Tu perfil
home-task-questions = Las preguntas
home-task-result = Tu resultado
home-task-compare = Comparar las dos carreras
home-state-optional = Cuando quieras
home-state-saved = Guardado
home-state-todo = Por hacer
home-state-begun = Empezado
home-state-done = Listo
home-state-later = Después de las preguntas
home-shared = Notas que comparten contigo
home-note-new = Nueva
home-note-added = Añadido el { $day }
home-note-removed = La asesoría principal quitó esta nota el { $day }.
home-advisor = Tu asesoría
home-advisor-about = Te asesora sobre los programas de salud
home-no-advisor = Aún no tienes asesoría. La oficina de asesoría te asignará a alguien.
home-who = ¿Quién puede ver esto?
home-who-text = Tú, la persona que te asesora y la asesoría principal. Cada vez que el personal abre tu expediente, queda anotado.
home-who-link = Tus datos en palabras sencillas

## Profile
profile-title = Tu perfil
profile-lead = Preguntamos solo lo que usamos. Nada de esto suma puntos. Puedes dejar vacío cualquier campo.
profile-called = ¿Cómo quieres que te llamemos?
profile-called-why = Por qué preguntamos: las páginas, los mensajes y tu asesoría lo usan.
profile-education = Último nivel de estudios terminado
profile-education-why = Por qué preguntamos: algunos programas piden antes un título.
profile-credits = Créditos universitarios que tienes
profile-credits-why = Por qué preguntamos: acortan tu camino.
profile-unit = Tipo de créditos
profile-unit-why = 1 crédito semestral cuenta como 1.5 créditos trimestrales.
profile-years = Máximo de años que estudiarías
profile-years-why = Por qué preguntamos: marcamos los programas que caben, van ajustados o se pasan.
profile-pace = Ritmo
profile-pace-why = Por qué preguntamos: decide cuántos años te toma un programa.
profile-cost = Costo
profile-cost-why = Por qué preguntamos: tu asesoría puede buscar ayuda económica. No se usa para nada más.
profile-supervise = ¿Te gustaría supervisar a personas dentro de unos cinco años?
profile-supervise-why = Por qué preguntamos: si tu deseo y tus respuestas apuntan a lados distintos, lo decimos y llamamos menor a la ventaja. La regla es igual para los dos programas.
profile-setting = ¿Dónde te gustaría trabajar?
profile-setting-why = Por qué preguntamos: tu asesoría te puede mostrar lugares en los dos campos.
profile-pay = ¿Qué tan importante es el sueldo?
profile-pay-why = Por qué preguntamos: así tu asesoría sabe qué mostrarte primero. No suma puntos.
profile-matters = ¿Qué es lo que más te importa?
profile-matters-why = Por qué preguntamos: tu asesoría lo lee antes de que hablen. Hasta 500 caracteres.
profile-save = Guardar mi perfil
profile-empty = Sin respuesta
flash-profile-saved = Tu perfil está guardado.

education-hs = Preparatoria (high school) o GED
education-some-college = Algo de universidad
education-associate = Título asociado (associate)
education-bachelor = Licenciatura (bachelor’s)
education-master = Maestría o más
unit-quarter = Trimestrales
unit-semester = Semestrales
unit-not-sure = No lo sé
pace-full = Tiempo completo
pace-full-about = Unos 15 créditos trimestrales por periodo
pace-half = Medio tiempo
pace-half-about = Unos 7 u 8 créditos trimestrales por periodo
cost-lowest = El más bajo posible
cost-moderate = Moderado
cost-flexible = Flexible
supervise-yes = Sí
supervise-maybe = Tal vez
supervise-no = No
setting-hospital-clinic = Hospital o clínica
setting-physician-office = Consultorio médico
setting-residential-care = Residencia de cuidados
setting-government = Gobierno
setting-insurer = Aseguradora
setting-consulting = Consultoría
setting-health-company = Empresa de salud
setting-remote = A distancia
setting-no-preference = Sin preferencia
pay-top = Es lo primero
pay-one-of-several = Una de varias cosas
pay-low = No muy importante
credits-of = { $unit ->
    [quarter] { $credits } créditos trimestrales
    [semester] { $credits } créditos semestrales
   *[other] { $credits } créditos, tipo sin definir (contados como trimestrales)
  }

choice-unknown = Elige una de las respuestas que se muestran
called-too-long = Usa como máximo 80 caracteres
called-not-plain = Usa solo letras, espacios y signos
credits-not-a-number = Escribe los créditos como un número entero, como 40
credits-out-of-range = Escribe de 0 a 600 créditos
years-not-a-number = Elige los años como un número entero
years-out-of-range = Elige de 1 a 6 años
matters-too-long = Usa como máximo 500 caracteres
matters-not-plain = Usa solo letras, espacios y signos

## Questions
questions-hint = No hay respuestas correctas. Puedes dejar cualquier pregunta sin responder.
questions-nothing-lost = Lo que ya estaba guardado sigue ahí. Lo de esta página aún no se guarda.
unsaved-late = Se perdió la conexión. Tus respuestas siguen en esta página, y lo seguimos intentando.
unsaved-again = Intentar otra vez
unsaved-out = Tu sesión se cerró. Tus respuestas siguen en esta página. Se guardan en cuanto inicies sesión.
unsaved-gone = Esta página ya no está al día, así que las últimas respuestas no se guardaron.
unsaved-gone-link = Abrir las preguntas otra vez
questions-back = Parte anterior
questions-back-to-check = Revisar tus respuestas
questions-leave = Terminar después
questions-none-title = Las preguntas aún no están listas
questions-none-text = La escuela todavía las prepara. Vuelve pronto.
answer-off-scale = Elige una de las respuestas que se muestran

## Check and hand in
check-title = Revisa tus respuestas
check-kicker = Último paso
check-lead = Cuánto te gustaría hacer cada cosa. Oprime Cambiar para editar una respuesta, y después vuelves aquí.
check-back = Volver a la parte { $part }
check-part = Parte { $part }: preguntas { $first } a { $last }
check-change-part = parte { $part }
check-change-profile = tu perfil
check-question = pregunta { $number }
check-answer = Responder la pregunta { $number }
check-too-few = { $needed ->
    [one] Falta una respuesta más para un resultado.
   *[other] Faltan { $needed } respuestas más para un resultado.
  }
check-too-few-text = Un resultado necesita { $least } respuestas. “No sé lo suficiente para responder” no cuenta como una. Puedes entregar esto como está: entonces dice qué falta y no nombra ningún programa.
check-gaps = { $left ->
    [0] { $unsure ->
        [one] Una respuesta dice que no sabes lo suficiente.
       *[other] { $unsure } respuestas dicen que no sabes lo suficiente.
      }
    [one] Una pregunta no tiene respuesta{ $unsure ->
        [0] .
        [one] , y en una dices que no sabes lo suficiente.
       *[other] , y en { $unsure } dices que no sabes lo suficiente.
      }
   *[other] { $left } preguntas no tienen respuesta{ $unsure ->
        [0] .
        [one] , y en una dices que no sabes lo suficiente.
       *[other] , y en { $unsure } dices que no sabes lo suficiente.
      }
  }
check-gaps-text = Puedes obtener un resultado con { $least } o más.
check-profile-open = Aún sin llenar
check-profile-open-text = Estudios, años o ritmo. Muestran qué programas caben en tu tiempo.
check-profile-use = Sirve para mostrar qué programas caben en tu tiempo. Nunca suma puntos.
check-submit-title = Obtén tu resultado
check-submit-mail = Calculamos tus puntos y enviamos el resultado a { $email }.
check-submit-advisor = { $advisor }, de tu asesoría, también lo ve.
check-submit-nobody = Tu asesoría también lo ve, cuando la tengas.
check-submit-stays = Puedes responder otra vez después. Este resultado se queda como está.
check-submit = Obtener mi resultado

## Meetings, as a student reads them
nav-meetings = Reuniones
nav-follow-ups = Seguimientos
meetings-title = Reuniones
meetings-lead = Llamadas y reuniones con tu asesor.
meetings-none = Todavía no hay reuniones
meetings-none-text = Pide una llamada cuando quieras hablar de algo.
meeting-title = Tu reunión
meeting-call = Una llamada que pediste
meeting-with = Con { $name }
meeting-who = Con
meeting-where = Lugar
meeting-long = Duración
meeting-minutes = { $count } minutos
meeting-about = Tema
meeting-why = Por qué se canceló
meeting-move-why = Por qué necesitas otra hora
meeting-bring = Conviene tener a mano tus preguntas y, si lo tienes, un historial académico anterior.
meeting-cannot = ¿No puedes ir?
meeting-words = Unas palabras para tu asesor
meeting-words-why = Di cuándo podrías. Para cancelar puedes dejarlo vacío.
meeting-move = Pedir otra hora
meeting-cancel = Cancelar la reunión
meeting-overtaken = Tu reunión cambió mientras escribías.
meeting-overtaken-text = Aquí la ves como está ahora. Nada de lo que escribiste se envió.
meeting-overtaken-words = Lo que escribiste
meeting-malformed = Usa solo letras, signos y saltos de línea
meeting-too-long = Usa 500 caracteres como máximo
meeting-reason-too-long = Usa 1,000 caracteres como máximo
meeting-stands-asked = Espera una hora
meeting-stands-moving = Pediste otra hora
meeting-stands-set = Fijada
meeting-stands-attended = Realizada
meeting-stands-missed = No pudiste ir
meeting-stands-cancelled = Cancelada
meeting-stands-withdrawn = Retirada

call-ask = Pedir una llamada
call-lead = { $name } lee esto y fija una hora. Te llega un mensaje con ella.
call-lead-nobody = Un asesor lee esto y fija una hora. Te llega un mensaje con ella.
call-reason = ¿De qué se trata?
call-reason-why = Bastan una o dos frases.
call-reason-missing = Escribe de qué se trata
call-times = Horas que te vienen bien
call-times-why = Marca todas las que te sirvan.
call-times-unknown = Elige entre las horas que se muestran
call-days = Días u horas que te vienen bien (opcional)
call-days-why = Por ejemplo: los martes, o después de mi turno a las 3 PM.
call-move-missing = Di cuándo podrías
call-open-text = Ya pediste una llamada. Espera una hora.
call-open-link = Ver lo que pediste
call-waits-text = Tu asesor fijará una hora. Te llegará un mensaje con ella.
call-withdraw = Retirar la solicitud
day-part-morning = Mañana, antes de las 11
day-part-midday = Mediodía, de 11 a 2
day-part-afternoon = Tarde, de 2 a 5
day-part-evening = Noche, después de las 5
flash-call-asked = Tu asesor ve que pediste una llamada.
flash-call-open = Ya pediste una llamada. Espera una hora.
flash-call-withdrawn = Retiraste tu solicitud.
flash-move-asked = Tu asesor ve que necesitas otra hora.
flash-meeting-cancelled = La reunión se canceló. Los mensajes van en camino.

home-meeting-none = ¿Quieres hablarlo con alguien?
home-meeting-set = Tu reunión: { $at }.
home-meeting-asked = Pediste una llamada. Espera una hora.
home-meeting-open = Ver la reunión
home-next-meeting = Tu reunión
home-lead-meeting = Tu resultado está listo y tienes una reunión.
home-follow-ups = Lo que sigue
home-follow-up = Para el { $day }
home-follow-up-by = { $name }, para el { $day }

held-follow-ups = Seguimientos
held-meetings = Llamadas y reuniones
held-who-follow-ups = Tu asesor y la asesoría principal. Algunos los ves tú también
copy-due = Para el { $day }

## Letters about meetings, and the daily one to advisors
letter-meeting-subject-set = Reunión fijada: { $when }
letter-meeting-subject-moved = Reunión cambiada: { $when }
letter-meeting-subject-cancelled = Reunión cancelada: { $when }
letter-meeting-subject-soon = Falta un día para tu reunión: { $when }
letter-meeting-lead-set = Con { $with }.
letter-meeting-lead-moved = Con { $with }.
letter-meeting-lead-cancelled = Era con { $with }.
letter-meeting-lead-soon = Con { $with }.
letter-meeting-why-set = Tienes una reunión con { $with }.
letter-meeting-why-moved = Tu reunión con { $with } tiene otra hora u otro lugar.
letter-meeting-why-cancelled = Tu reunión con { $with } se canceló. Estaba fijada para { $when }.
letter-meeting-why-soon = Tienes una reunión con { $with } dentro de un día.
letter-meeting-file-set = El archivo de este mensaje la pone en tu calendario.
letter-meeting-file-moved = El archivo de este mensaje la cambia en tu calendario.
letter-meeting-file-cancelled = El archivo de este mensaje la quita de tu calendario.
letter-meeting-subject-gone = Reunión cancelada: { $when }
letter-meeting-lead-gone = Se borró el expediente.
letter-meeting-why-gone = Una reunión tuya se canceló: se borró el expediente, así que este mensaje no lleva ningún nombre. Estaba fijada para { $when }.
letter-meeting-file-gone = El archivo de este mensaje la quita de tu calendario.
letter-meeting-subject-taken-over = Ahora { $advisor } tiene una reunión tuya: { $when }
letter-meeting-lead-taken-over = Ahora { $advisor } se reúne con { $with }.
letter-meeting-why-taken-over = Tu reunión con { $with } es ahora de { $advisor }. Estaba fijada para { $when }.
letter-meeting-file-taken-over = El archivo de este mensaje la quita de tu calendario.
letter-meeting-summary-gone = Reunión cancelada
letter-meeting-button = Ver la reunión
letter-meeting-reply = Para escribir a { $with }, responde a este mensaje.
letter-meeting-summary = Reunión con { $with }
letter-meeting-description = Detalles: { $page }
letter-call-subject = La llamada que pediste
letter-call-lead = Inicia sesión para ver más.
letter-call-why = Pediste una llamada a { $school }. { $advisor } cerró esa petición sin una reunión.
letter-call-how = Si hay un mensaje sobre esto, está en su página. Puedes volver a pedir una llamada cuando quieras.
letter-call-button = Ver qué pasó
letter-call-reply = Si quieres responder, contesta a este mensaje. Le llega a { $advisor }.
letter-digest-subject = { $count ->
    [one] 1 seguimiento para el { $day }
   *[other] { $count } seguimientos para el { $day }
    }
letter-digest-lead = Lo atrasado y lo que toca hoy.
letter-digest-overdue = Atrasados
letter-digest-today = Para hoy
letter-digest-line = { $student }, para el { $day }
letter-digest-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
    }
letter-digest-button = Abrir mis seguimientos
letter-digest-why = Recibes este mensaje los días en que algo vence. Lo que hay que hacer está en Signpost, no en el correo.

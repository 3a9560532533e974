### Probar antes de crear una cuenta: lo que leen los visitantes en su camino, y cómo lo conservan.

trial-strip = Aún no tienes cuenta. Tus respuestas en este navegador se borran 24 horas después de la última.
trial-start-over = Empezar de nuevo
trial-hint = Puedes probar sin cuenta. Tus respuestas se guardan en este navegador durante 24 horas.
trial-have-account = ¿Tienes una cuenta?

## Página de revisión
trial-submit = Calculamos hacia dónde se inclinan tus respuestas y te lo mostramos. No se envía nada a nadie.

## Lo que ve un visitante del resultado
trial-for = De tus respuestas · { $date }
trial-answered = { $answered } de { $items } respondidas
trial-band = Así va por ahora. Es un punto de partida, no la nota de un examen.
trial-needed = { $needed ->
    [one] Hace falta una respuesta más para decir hacia dónde te inclinas.
   *[other] Hacen falta { $needed } respuestas más para decir hacia dónde te inclinas.
  }
trial-finish = Terminar las preguntas
trial-keep-title = Consérvalo con una cuenta gratis
trial-keep-text = Con una cuenta ves cada punto detrás de esto, qué lo cambiaría y qué programas caben en tu tiempo. Te lo enviamos por correo, y tu asesoría puede hablarlo contigo. Tus respuestas van contigo.
trial-read-title = Lee más sobre las dos carreras

## Empezar de nuevo
removal-title = ¿Empezar de nuevo?
removal-text = { $answered ->
    [one] Se borra la respuesta que diste en este navegador.
   *[other] Se borran las { $answered } respuestas que diste en este navegador.
  } Nadie más las tiene, y no podemos recuperarlas.
removal-none = Se borra lo que guardaste en este navegador.
removal-button = Borrar y empezar de nuevo
removal-back = Conservar mis respuestas
flash-started-over = Tus respuestas se borraron. Puedes empezar de nuevo.
flash-kept-a-day = Tus respuestas se guardan en este navegador durante 24 horas.

## Conservarlas
register-brings = Las respuestas que diste aquí van contigo. Lo decides al confirmar tu correo.
sign-in-brings = Tienes respuestas en este navegador. Después de iniciar sesión te preguntamos si quieres conservarlas.
confirm-answers = ¿Conservar las respuestas que diste el { $date }?
confirm-answers-keep = Conservarlas
confirm-answers-keep-open = { $answered } de { $items } respondidas. Sigues donde lo dejaste.
confirm-answers-keep-done = { $answered } de { $items } respondidas. Recibes tu resultado en seguida.
confirm-answers-leave = No conservarlas
confirm-answers-leave-about = Se borran.

earlier-title = ¿Conservar las respuestas que diste antes de iniciar sesión?
earlier-lead = { $answered } de { $items } respondidas en este navegador, { $date }.
earlier-leave-about = Se borran. Tu cuenta queda como está.
earlier-keep-new = Sigues donde lo dejaste.
earlier-keep-result = Pasan a ser tu resultado más nuevo. Los anteriores se quedan.
earlier-keep-instead = Toman el lugar de las respuestas de tu cuenta: { $answered } de { $items }, guardadas { $date }.
earlier-button = Continuar
earlier-choose = Elige si quieres conservar las respuestas
earlier-changed = Las respuestas de tu cuenta cambiaron. Lee esto otra vez y luego elige.
home-earlier = Diste respuestas aquí antes de iniciar sesión, el { $date }.
home-earlier-link = Conservarlas o borrarlas
flash-answers-kept = Tus respuestas están guardadas en tu cuenta.

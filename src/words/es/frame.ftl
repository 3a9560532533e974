### Spanish, for students: "tú", plain words, no forms that tell whether the reader is a man or a woman.

## Frame of every page
site-name = Signpost
skip-to-main = Ir al contenido principal
main-navigation = Principal
account-menu = menú de la cuenta
language-switch = Idioma
role = { $role ->
    [student] Estudiante
    [advisor] Asesoría
    [lead] Asesoría principal
    [admin] Administración
   *[other] Sesión iniciada
  }
nav-profile = Mi perfil
sign-in = Iniciar sesión
sign-out = Cerrar sesión
footer-run = La oficina de asesoría de { $school } está a cargo de Signpost.
footer-cookie = Una cookie guarda tu lugar y mantiene abierta tu sesión.
footer-sources = Todas las cifras
footer-scoring = Cómo se cuentan los puntos
footer-privacy = Privacidad
footer-cookies = Cookies
footer-accessibility = Accesibilidad
footer-disclosures = Avisos

## Forms
errors-title = Hay un problema
error-prefix = Error:
password-show = Mostrar
password-hide = Ocultar
save-and-continue = Guardar y continuar
change = Cambiar
next-kicker = Lo que sigue para ti
error-reference = ¿Sigue sin funcionar? Dile este número a tu oficina de asesoría: { $reference }.
pager-label = Páginas
pager-previous = Anterior
pager-next = Siguiente

## The two programs
program-hi = Informática de la salud
program-him = Gestión de la información de salud
program-hi-short = HI
program-him-short = HIM

## Questions
answer-strongly-dislike = Me disgusta mucho
answer-dislike = Me disgusta
answer-neither = Ni me gusta ni me disgusta
answer-like = Me gusta
answer-strongly-like = Me gusta mucho
answer-unsure = No sé lo suficiente para responder
answer-missing = Sin respuesta
answer-now = Responder
progress-part = Parte { $part } de { $parts }
progress-questions = preguntas { $first } a { $last }
progress-answered = { $answered } de { $questions } respondidas
steps-label = Partes
steps-part = { $state ->
    [done] Parte { $part }: lista
    [now] Parte { $part }: aquí estás
    [begun] Parte { $part }: empezada
   *[open] Parte { $part }: sin empezar
  }
saved-at = Guardado { $at }
saved-late = { $count ->
    [one] 1 respuesta aún sin guardar
   *[other] { $count } respuestas aún sin guardar
  }

## Results: bands, points, drawings
band-clear = Ventaja clara
band-lean = Inclinación
band-either = Demasiado parejo
band-conflict = Respuestas y planes difieren
band-not-enough = Aún faltan respuestas
points-word = { $points ->
    [one] punto
   *[other] puntos
  }
gauge-lead = { $points ->
    [one] La ventaja es de 1 punto hacia { $side ->
        [hi] la informática de la salud
       *[him] la gestión de la información de salud
      }.
   *[other] La ventaja es de { $points } puntos hacia { $side ->
        [hi] la informática de la salud
       *[him] la gestión de la información de salud
      }.
  }
gauge-even = Los dos lados tienen los mismos puntos.
gauge-bands = Una ventaja de { $clear } o más es clara; de { $lean } o más, una inclinación; con menos, está demasiado parejo.
gauge-label = { $side ->
    [hi] { $points } hacia HI
   *[him] { $points } hacia HIM
  }
gauge-label-even = Empate
gauge-band = { $band ->
    [clear-hi] HI clara
    [lean-hi] Hacia HI
    [lean-him] Hacia HIM
    [clear-him] HIM clara
   *[close] Parejo
  }
gauge-range = { $band ->
    [clear-hi] { $clear } o más
    [lean-hi] { $lean }–{ $below }
    [lean-him] { $lean }–{ $below }
    [clear-him] { $clear } o más
   *[close] menos de { $lean }
  }
fly-caption = Puntos que cada tema dio a cada lado, primero la mayor diferencia
fly-total = Total

## How a program fits the student's time
time-fits = Cabe
time-stretch = Ajustado
time-over = Más de tu tiempo
time-blocked = Aún no disponible

## Letters
letter-queued = En espera
letter-sending = Enviando
letter-accepted = Aceptado
letter-deferred = Aplazado
letter-deferred-until = Aplazado, próximo intento { $at }
letter-failed = Falló
letter-held = Retenido

## Figures and their sources
about-figures-link = nota sobre estas cifras
source-checked = Verificada { $date }
source-to-check = Por verificar
source-review-due = Revisión pendiente
source-expired = Vencida
source-historical = Histórica
source-next-check = Próxima revisión { $date }

## The page of all parts (development only)
kit-error = Elige una de las respuestas que se muestran

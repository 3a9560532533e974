### Public pages: what stands around the content. The content itself is in rows.

## Who speaks, and where to go next
content-editorial = Editorial
content-ad = Anuncio
content-by-on = Por { $author }{ $ties }. Actualizado { $date }.
content-not-translated = Esta página todavía no está en español, por eso la lees en inglés.
start-questions = Empezar las preguntas
compare-careers = Comparar las carreras
see-comparison = Ver la comparación completa
see-sources = Todas las cifras y sus fuentes
see-programs = Ver los programas
closing-title = ¿Cuál es tu camino?
closing-text = 24 preguntas cortas, unos 8 minutos. Puedes probarlas sin cuenta. Después puedes hablarlo con tu asesoría.
related-title = Sigue leyendo
related-compare = Las dos carreras, lado a lado
related-hi = Informática de la salud
related-him = Gestión de la información de salud
related-programs = Nuestros programas
related-sources = Todas las cifras y sus fuentes
related-scoring = Cómo se cuentan los puntos
scope-note = Puede que un programa no te prepare para todos los trabajos que se nombran aquí. Los enlaces a otros sitios son solo de referencia. No los avalamos, ni ellos a nosotros.
scope-link = Más en nuestros avisos

## Front page
landing-title = Compara las carreras de informática de la salud y HIM
landing-about = Orientación sobre carreras de tecnología de la salud en { $school }
hero-art = Un poste de señales en una colina. Una flecha apunta a la izquierda, a informática de la salud, y otra a la derecha, a gestión de la información de salud.
hero-hi = Informática de la salud
hero-him-1 = Gestión de la
hero-him-2 = información de salud
not-yet-title = { $school } todavía prepara este sitio
not-yet-text = Aún no hay nada que leer aquí. Si tienes una cuenta, puedes iniciar sesión.

## Figures
figure-under-review = Cifra en revisión
about-figures = Sobre estas cifras.
about-all-jobs = Sueldo medio quiere decir que la mitad gana más y la mitad gana menos. Todos los trabajos de EE. UU. en conjunto: sueldo medio { $pay }, crecimiento { $growth }.

## The old article
article-title = Lo que decía el artículo viejo
article-lead = Muchas páginas todavía repiten un artículo viejo sobre estas dos carreras. Aquí está lo que decía y lo que vale hoy. No hagas planes con sus cifras.
article-topic = Tema
article-said = El artículo decía
article-today = Hoy
article-note = Nota:

## One career
career-aside = Qué hacer ahora
career-text = ¿Te suena a ti? Responde 24 preguntas cortas y después háblalo con tu asesoría.
career-programs = { $side ->
    [hi] Programas de HI
   *[him] Programas de HIM
  }

## Degree ladder
ladder-start = Empiezan: { $who }
ladder-after = Después de una licenciatura
ladder-credits = { $credits ->
    [one] 1 crédito
   *[other] { $credits } créditos
  }
ladder-more = { $credits } más
ladder-step = Escalón
ladder-column-credits = Créditos
ladder-field = Campo
ladder-who = Quién puede empezar
ladder-leads = Lleva a
ladder-as-table = Ver la escalera como tabla
ladder-basis = { $school }, catálogo del { $date }. Hasta el { $cap }% de un título puede venir de créditos que ya tienes.

## Programs
program-credits = { $credits } créditos
program-credits-more = +{ $credits } créditos
program-credits-after = { $credits } créditos después de una licenciatura
program-facts = En resumen
program-who = Quién puede empezar
program-length = Duración
program-leads = Lleva a
program-cost = Costo
program-transfer = Créditos que ya tienes
program-transfer-none = No cuentan para este programa.
program-transfer-cap = Hasta el { $cap }% de este programa puede venir de ellos. Pregunta a tu asesoría cuáles cuentan.
program-accreditation = Acreditación
program-no-accreditation = Ninguna que podamos nombrar
program-since = Desde { $date }.
program-until = Hasta { $date }.
program-outcomes = Resultados
program-not-entered = Aún sin registrar
program-disclosure = Aviso federal
program-disclosure-link = Leer el aviso oficial
program-steps = Su lugar en la escalera
program-steps-text = Todos los escalones de este campo en nuestra escuela, desde el primer título hacia arriba.
program-this-step = Este programa.
program-step-leads = Lleva a: { $what }.
program-basis = { $school }, catálogo del { $date }. Los créditos son trimestrales.
program-ask = Antes de inscribirte, pregunta cuántas personas se gradúan de este programa y cuántas consiguen trabajo.
disclosure-pass = Cumple
disclosure-fail = No cumple
disclosure-fail-long = no aprueba su medida oficial de ingresos.
disclosure-not-measured = Sin medir

## Every figure
topic = { $topic ->
    [pay] Sueldo
    [growth] Crecimiento del empleo
    [openings] Vacantes
    [employment] Personas empleadas
    [education] Estudios
    [interest] Qué atrae a la gente al trabajo
    [duties] Tareas
    [places] Lugares de trabajo
    [skills] Habilidades
    [credential] Exámenes y credenciales
    [outlook] Perspectivas
    [verdict] Qué pensar de eso
   *[institution] Escuelas y programas
  }
topic-about = { $topic ->
    [pay] Sueldo anual, todo el país, todos los niveles de estudios y experiencia. No es el sueldo inicial ni lo que ganan quienes se gradúan aquí.
    [growth] El cambio en el empleo que se espera en diez años. Es una proyección, no una promesa.
    [openings] Las que se esperan cada año en todo el país.
    [interest] De 1 a 7. Un número más alto quiere decir que el trabajo pide más de eso.
   *[other] -
  }
sources-figure = Cifra
sources-value = Valor
sources-basis = Estadística, periodo, área
sources-source = Fuente
sources-checked = Verificada
sources-published = Publicada { $date }
sources-read = Leída { $date }

## How scoring works
scoring-weights = Temas, tareas y pesos
scoring-hi-pole = Lado HI
scoring-him-pole = Lado HIM
scoring-items = Tareas
scoring-step = Puntos por un Me gusta
scoring-most = Máximo de puntos
scoring-version = Versión { $number } del cuestionario, reglas { $scoring }: { $items } tareas, como máximo { $most } puntos para cada lado. Me gusta mucho da el doble de puntos que Me gusta.
scoring-bands = Las franjas y sus límites
scoring-band = Franja
scoring-limit = Límite
scoring-clear = Una ventaja de { $clear } puntos o más
scoring-lean = Una ventaja de { $lean } a { $below } puntos
scoring-close = Una ventaja de menos de { $lean } puntos
scoring-not-enough = Menos de { $answers } de { $items } tareas respondidas

## What keeps a figure from being published
# Staff only, and staff pages are English
claim-label-missing = Say what the figure is about
claim-value-or-text = Enter a value or a text, and not both
claim-value-impossible = Enter a value of 0 or more
claim-value-off-scale = Enter a value from 1 to 7
claim-unit-missing = Choose the unit of the value
claim-unit-of-text = Choose the unit “text” for a fact in words
claim-statistic-missing = Choose the statistic of the value
claim-wage-statistic = Choose the statistic: pay is never shown without it
claim-wage-disclaimer = Choose a disclaimer: pay is never shown without it
claim-area-missing = Enter the area where it holds
claim-source-missing = Choose the source
claim-population-missing = Say whom it covers
claim-period-malformed = Enter a year or a month, such as 2025 or 2025-05
claim-period-backwards = Enter an end that is later than the start
claim-growth-years = Enter both years: a projection is never shown without them
claim-why-missing = Di por qué la cifra es otra ahora y dónde la leíste
claim-review-missing = Enter the day of the next check

## What keeps a comparison from being published
# Staff only, and staff pages are English
compare-one-sided = One side is a figure and the other is not
compare-unknown-figure = A figure in this row is not published
compare-unlike-figures = The two figures differ in statistic, unit, period or area
compare-no-figure = A fact in words stands where a figure belongs
compare-unconfirmed = A figure in this row is historical or not confirmed

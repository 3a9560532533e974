## Getting in: account, sign-in, password

full-name = Nombre completo
email-address = Correo electrónico
password = Contraseña
password-hint = Al menos 15 caracteres. Tres o cuatro palabras al azar funcionan bien.

name-missing = Escribe tu nombre completo
name-too-long = Usa como máximo 200 caracteres para tu nombre
name-malformed = Usa solo letras, espacios y signos para tu nombre
email-missing = Escribe tu correo electrónico
email-malformed = Escribe un correo electrónico como nombre@escuela.edu
email-of-another-domain = Usa el correo electrónico que te dio tu escuela
password-too-short = Usa al menos 15 caracteres
password-too-long = Usa como máximo 1,000 caracteres
password-too-easy = Esta contraseña es fácil de adivinar. Agrega otra palabra al azar
password-is-a-known-word = No uses tu nombre, tu dirección ni el nombre de la escuela como contraseña

sign-in-title = Iniciar sesión
sign-in-lead = Estudiantes, asesoría y personal inician sesión aquí.
sign-in-forgot = ¿Olvidaste tu contraseña?
sign-in-new-here = ¿Primera vez aquí?
sign-in-shared = ¿Computadora compartida? Cierra la sesión al terminar. Tus respuestas quedan guardadas.
sign-in-refused = Ese correo y esa contraseña no coinciden.

create-account = Crear cuenta
register-title = Crea tu cuenta
register-lead = Así puedes parar y volver, y tu asesoría te puede encontrar.
register-who = ¿Quién ve tus respuestas?
register-who-text = Tú, la persona que te asesora y la asesoría principal. Son parte de tu expediente de estudiante.
register-who-link = Tus datos en palabras sencillas
register-have-one = ¿Ya tienes cuenta?

sent-title = Revisa tu correo
sent-text = Si podemos crear una cuenta para esa dirección, un mensaje va en camino. Ábrelo y sigue el enlace. El enlace sirve por 24 horas.
sent-again = ¿No llega nada después de unos minutos? Busca en tu carpeta de correo no deseado, o
sent-again-link = empieza de nuevo

confirm-title = Confirma tu correo electrónico
confirm-text = Con un clic inicias sesión como
confirm-button = Confirmar mi correo electrónico
confirm-not-you = ¿No eres tú? Cierra esta página. Nada pasa hasta que se oprime el botón.
confirm-until = El enlace sirve una vez y hasta { $until }.

dead-link-title = Este enlace no funciona
dead-link-text = Ya se usó, es muy viejo o llegó cortado. Puedes obtener uno nuevo.
dead-link-again = Obtener un enlace nuevo
dead-link-sign-in = ¿Ya confirmaste? Inicia sesión

forgot-title = ¿Olvidaste tu contraseña?
forgot-lead = Dinos tu correo electrónico. Te enviamos un enlace para elegir una contraseña nueva.
forgot-button = Enviar el enlace
forgot-sent-title = Revisa tu correo
forgot-sent-text = Si esa dirección tiene una cuenta, un mensaje con un enlace va en camino. El enlace sirve por 15 minutos.
reset-title = Elige una contraseña nueva
reset-for = Para { $email }. Esto cierra tu sesión en todos los demás lugares.
reset-password = Contraseña nueva
reset-button = Guardar mi contraseña nueva

invitation-title = Únete a { $school } en Signpost
invitation-text = { $role ->
    [student] Elige una contraseña y tu cuenta está lista. Tu dirección es { $email }.
    [advisor] Recibiste una invitación a la asesoría, con la dirección { $email }.
    [lead] Recibiste una invitación a la asesoría principal, con la dirección { $email }.
   *[admin] Recibiste una invitación a la administración, con la dirección { $email }.
    }
invitation-button = Crear mi cuenta

flash-signed-out = Cerraste tu sesión.
flash-confirmed = Tu correo electrónico está confirmado y tu sesión está abierta.
flash-password-changed = Tu contraseña nueva está guardada. Inicia sesión con ella.

form-came-back = Tu sesión se cerró antes de guardar esto. Aquí está lo que enviaste: revísalo y guárdalo.
sign-in-kept = Tu sesión se cerró. Lo que enviaste está a salvo: inicia sesión y vuelve a estar en su página.

code-title = Escribe tu código
code = Código
code-lead = Abre tu aplicación de autenticación y escribe los seis dígitos que muestra para Signpost.
code-hint = O un código de recuperación, como k7f2q-9xmzr
code-refused = Ese código está mal o ya se usó. Espera el siguiente y prueba con él
code-lost = ¿Perdiste el teléfono y no tienes código de recuperación? Pide a otra persona de administración de tu escuela que quite el segundo paso.
code-mailed-lead = Enviamos un código a tu correo electrónico. Sirve por diez minutos.
code-mailed-hint = Ocho dígitos
code-mailed-why = Hoy alguien probó muchas contraseñas equivocadas para tu cuenta. El código demuestra que eres tú.
code-start-again = Empezar de nuevo

again-title = ¿Sigues siendo tú?
again-lead = Lo que quieres hacer es importante, así que demuéstralo una vez más.
again-or = O tu contraseña:
again-button = Seguir
again-how-long = No volvemos a preguntar durante diez minutos.
password-refused = Esa contraseña no es correcta

nav-drafts = Mis borradores
nav-account = Mi cuenta
account-title = Mi cuenta
account-lead = Cómo inicias sesión y a dónde van tus mensajes.
account-name = Nombre
account-email = Correo electrónico
account-email-change = Cambiar tu correo electrónico
account-email-waiting = { $email } espera a que abras el enlace en ese buzón.
account-password = Contraseña
account-password-set = Guardada. Nadie la puede leer, ni siquiera la escuela.
account-password-change = Cambiar tu contraseña
account-factor = Segundo paso
account-factor-on = Activo desde { $since }. { $codes ->
    [0] No quedan códigos de recuperación
    [one] Queda un código de recuperación
   *[other] Quedan { $codes } códigos de recuperación
  }
account-factor-off = Apagado. Solo la contraseña impide que entren otros.
account-factor-change = Cambiar el segundo paso
account-factor-set-up = Activar el segundo paso
account-devices = Sesión abierta en
account-devices-count = { $count ->
    [one] Solo este dispositivo
   *[other] { $count } dispositivos
  }
account-devices-see = Ver tus dispositivos
account-back = Volver a mi cuenta

own-password-title = Cambia tu contraseña
own-password-lead = Tu sesión sigue abierta aquí. En todos los demás lugares se cierra.

own-email-title = Cambia tu correo electrónico
own-email-lead = Los mensajes van ahora a { $email }.
own-email-how = Enviamos un enlace a la dirección nueva. Tu dirección cambia cuando lo abres.
own-email-new = Correo electrónico nuevo
own-email-button = Enviar el enlace
own-email-withdraw = Conservar la dirección que tengo
email-is-the-same = Esta es la dirección que ya tienes
email-link-title = Usa este correo electrónico
email-link-text = Los mensajes de tu cuenta irán a
email-link-button = Usar esta dirección
email-undo-title = Recupera la dirección anterior
email-undo-text = Los mensajes de tu cuenta irán otra vez a
email-undo-means = Se cierran todas las sesiones de tu cuenta. Su contraseña deja de servir, y recibes un mensaje con un enlace para elegir una nueva.
email-undo-button = Recuperarla

devices-title = Dónde está abierta tu sesión
devices-lead = ¿No conoces alguno? Cierra su sesión y cambia tu contraseña.
devices-column = Dispositivo
device-unknown = Un navegador desconocido
device-on = Un navegador en { $system }
device-browser-on = { $browser } en { $system }
devices-since = Inicio de sesión
devices-seen = Último uso
devices-act = Cerrar sesión
devices-here = Este dispositivo
devices-end = Cerrar sesión ahí
devices-end-others = Cerrar sesión en los demás lugares

factor-title = Segundo paso al iniciar sesión
factor-new-lead = Con un segundo paso, una contraseña robada no abre nada por sí sola. Necesitas una aplicación de autenticación en tu teléfono.
factor-step-one = 1. Agrega Signpost a la aplicación
factor-scan = Apunta la cámara de la aplicación a este cuadro.
factor-square = Cuadro para la aplicación de autenticación
factor-or-type = ¿Estás en el teléfono o no tienes cámara?
factor-open-app = Abrir la aplicación en este dispositivo
factor-type = O escribe esta clave en la aplicación:
factor-step-two = 2. Escribe el código que muestra
factor-code = Seis dígitos
factor-set-up = Activarlo
factor-skip = Omitir por ahora
factor-required = Tu escuela lo pide a todo el personal.
factor-on-since = Está activo desde { $since }.
factor-codes-left = { $codes ->
    [0] No te quedan códigos de recuperación.
    [one] Te queda un código de recuperación.
   *[other] Te quedan { $codes } códigos de recuperación.
  }
factor-renew = Crear códigos de recuperación nuevos
factor-renew-text = Los códigos que tienes dejan de servir.
factor-take-off = Apagarlo
factor-take-off-text = Entonces la contraseña sola abre tu cuenta.
recovery-title = Guarda estos códigos
recovery-lead = ¿Perdiste tu teléfono? Cada código te deja entrar una vez. Esta es la única vez que los mostramos.
recovery-where = Imprímelos o anótalos. No los guardes en el teléfono.
recovery-onward = Ya los guardé

offer-factor = Los expedientes de estudiantes merecen un segundo candado.
offer-factor-link = Activar el segundo paso

confirm-contested = Esta dirección se usó más de una vez para crear una cuenta. Escribe tu nombre y elige tu contraseña ahora. Lo que se escribió antes no cuenta.

flash-own-password-changed = Tu contraseña nueva está guardada. Tu sesión se cerró en todos los demás lugares.
flash-email-asked = Si esa dirección se puede usar, un mensaje con un enlace va en camino.
flash-email-changed = Tu correo electrónico cambió. Avisamos a la dirección anterior.
flash-email-withdrawn = Tu correo electrónico sigue como está.
flash-email-undone = La dirección anterior está de vuelta y todas las sesiones se cerraron.
flash-device-ended = La sesión de ese dispositivo se cerró.
flash-devices-ended = Tu sesión se cerró en todos los demás lugares.
flash-factor-off = El segundo paso está apagado.

nav-compare = Comparar
nav-programs = Programas
nav-sign-in = Iniciar sesión
nav-home = Inicio
nav-questions = Mis preguntas
nav-results = Mi resultado
# Staff only
nav-caseload = Caseload
nav-claims = Figures
nav-pages = Pages
nav-questionnaires = Questions
nav-letters = Letters
nav-people = People
nav-audit = Audit
nav-office = Office
nav-outbox = Outbox
nav-settings = Settings

banner-mail-folder = Esto es una demostración: los mensajes van a una carpeta, no a buzones.
banner-mail-one = Esto es una prueba: los mensajes van a un solo buzón; todos los demás quedan retenidos.

## When something fails
error-forbidden-title = Ese formulario vino de otro sitio
error-forbidden-text = No se cambió nada. Abre la página aquí y envíalo otra vez.
error-not-found-title = Aquí no hay ninguna página
error-not-found-text = Tal vez la dirección esté mal o sea vieja. También puede ser que lo que buscas sea de otra persona.
error-conflict-title = Mientras tanto, otra persona cambió esto
error-conflict-text = Nada tuyo se guardó encima. Abre la página otra vez y compara.
error-too-many-title = Demasiados intentos
error-too-many-text = { $seconds ->
    [one] Espera un segundo y prueba otra vez.
   *[other] Espera { $seconds } segundos y prueba otra vez.
  } Tu cuenta no está bloqueada.
error-unsupported-title = No podemos leer eso
error-unsupported-text = El formulario llegó en una forma que no aceptamos. Abre la página y envíalo otra vez.
error-too-large-title = Eso es demasiado de una vez
error-too-large-text = Regresa, acorta el texto y envíalo otra vez.
error-unreadable-title = No podemos leer eso
error-unreadable-text = El formulario tiene signos que no podemos guardar. Regresa y escríbelos otra vez.
error-too-slow-title = Eso tardó demasiado
error-too-slow-text = Tu conexión fue muy lenta para el formulario. Regresa y envíalo otra vez.
error-busy-title = Volvemos en un momento
error-busy-text = Ahora mismo no podemos llegar a nuestros registros. Lo que guardaste está a salvo. Espera unos segundos y prueba otra vez.
error-broken-title = Algo falló de nuestro lado
error-broken-text = No es culpa tuya, y lo tenemos anotado. Lo que guardaste está a salvo. Prueba otra vez en un minuto.
error-try-again = Probar otra vez
error-home = A la página de inicio

// Sugar on pages that work without it: every act below also has a plain way.
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // Browsers that ignore autofocus on a block: bring the reader to what went wrong.
  const errors = document.querySelector(".errors");
  if (errors && document.activeElement !== errors) errors.focus();

  // "Show" beside a password; hidden again before it is sent, so that no browser stores it as plain text.
  all("[data-show-password]", (button) => {
    const field = document.getElementById(button.dataset.showPassword);
    if (!field) return;
    const show = button.textContent;
    const set = (open) => {
      field.type = open ? "text" : "password";
      button.textContent = open ? button.dataset.hide : show;
    };
    button.hidden = false;
    button.addEventListener("click", () => set(field.type === "password"));
    if (field.form) field.form.addEventListener("submit", () => set(false));
  });

  all("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  // A second press within five seconds sends nothing. The button is switched off after the form has taken its name
  // and value, and on again in case the page stays (a download) or comes back from the history.
  const rest = (button) => {
    button.disabled = true;
    setTimeout(() => { button.disabled = false; }, 5000);
  };
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    const form = event.target;
    if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) { event.preventDefault(); return; }
    form.dataset.sent = Date.now();
    const pressed = event.submitter;
    if (pressed) setTimeout(() => rest(pressed), 0);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    all("button:disabled", (button) => { button.disabled = false; });
    all("form", (form) => { delete form.dataset.sent; });
  });

  // Each tap on a question is saved at once. What could not be sent goes with the next tap, when the connection is back,
  // or with the page's own button.
  all("form[data-save-taps]", (form) => {
    const waiting = new Map();
    const line = form.querySelector(".saved") || form.querySelector(".actions").appendChild(document.createElement("p"));
    line.setAttribute("role", "status");
    const say = (words, late) => {
      line.className = late ? "saved late" : "saved";
      line.textContent = words;
    };
    const send = async () => {
      if (!waiting.size) return;
      const taken = new Map(waiting);
      const body = new URLSearchParams(taken);
      form.querySelectorAll("input[type=hidden]").forEach((field) => body.append(field.name, field.value));
      body.append("tap", "1");
      try {
        const answer = await fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true });
        if (!answer.ok) throw new Error(answer.status);
        taken.forEach((value, name) => { if (waiting.get(name) === value) waiting.delete(name); });
        say(await answer.text(), false);
      } catch {
        say(form.dataset.late, true);
      }
    };
    form.addEventListener("change", (event) => {
      if (event.target.type !== "radio") return;
      waiting.set(event.target.name, event.target.value);
      send();
    });
    window.addEventListener("online", send);
  });

  // Escape and a press elsewhere close the account menu.
  const menu = document.querySelector(".menu details");
  if (menu) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); }
    });
  }
})();

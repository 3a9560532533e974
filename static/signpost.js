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

  // Each tap on a question is saved at once, one request at a time. What could not be sent is kept in this browser, also
  // over a reload, and goes as soon as it can. It is forgotten when it is saved, after a day, and at sign-out.
  const MARK = "taps ";
  const quietly = (act) => { try { return act(); } catch { return null; } }; // a browser may keep nothing at all
  const recall = (store, name) => quietly(() => JSON.parse(store().getItem(name))) || { at: 0, taps: {} };
  const forgetTaps = (since) => [() => localStorage, () => sessionStorage].forEach((store) => quietly(() => {
    for (const name of Object.keys(store())) if (name.startsWith(MARK) && recall(store, name).at < since) store().removeItem(name);
  }));
  forgetTaps(Date.now() - 864e5);
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/sign-out") forgetTaps(Infinity);
  });

  all("form[data-taps]", (form) => {
    // Under the attempt's id; before there is one, in this tab only.
    const { attempt, fresh } = form.dataset;
    const tab = () => sessionStorage;
    const store = attempt ? () => localStorage : tab;
    const name = MARK + (attempt || fresh);
    // "/questions/2 q07" → "1"
    let waiting = recall(store, name).taps;
    if (attempt) {
      waiting = { ...recall(tab, MARK + fresh).taps, ...waiting };
      quietly(() => tab().removeItem(MARK + fresh));
    }
    const keep = () => quietly(() => {
      if (Object.keys(waiting).length) store().setItem(name, JSON.stringify({ at: Date.now(), taps: waiting }));
      else store().removeItem(name);
    });
    const notes = {};
    all("[data-note]", (note) => { notes[note.dataset.note] = note; });
    const line = form.querySelector(".saved");
    const show = (which) => {
      const count = Object.keys(waiting).length;
      const words = count === 1 ? form.dataset.lateOne : form.dataset.lateMany.replace("#", count);
      Object.entries(notes).forEach(([one, note]) => { note.hidden = one !== which; });
      notes.late.querySelector("strong").textContent = count ? `${words}.` : "";
      if (line && count) {
        line.className = "saved late";
        line.textContent = words;
      }
    };
    let busy = null;
    let again = 0;
    const late = () => {
      show("late");
      clearTimeout(again);
      again = setTimeout(send, 10000);
    };
    const sendAll = async () => {
      for (let key; (key = Object.keys(waiting)[0]);) {
        const door = key.split(" ")[0];
        const taken = Object.entries(waiting).filter(([one]) => one.startsWith(`${door} `));
        const body = new URLSearchParams(taken.map(([one, value]) => [one.split(" ")[1], value]));
        form.querySelectorAll("[name=attempt], [name=questionnaire]").forEach((field) => body.append(field.name, field.value));
        body.append("tap", "1");
        const answer = await fetch(door, {
          method: "POST", body, redirect: "manual", keepalive: true, headers: { Accept: "text/plain" }, signal: AbortSignal.timeout(10000),
        });
        if (answer.status === 401) return show("out");
        if (answer.type === "opaqueredirect" || [404, 409, 422].includes(answer.status)) {
          // Handed in, or gone: it cannot be saved there any more.
          waiting = {};
          keep();
          return show("gone");
        }
        if (!answer.ok) throw new Error(answer.status);
        const words = await answer.text();
        taken.forEach(([one, value]) => { if (waiting[one] === value) delete waiting[one]; });
        keep();
        if (line) {
          line.className = "saved";
          line.textContent = words;
        }
      }
      show("");
    };
    const send = () => {
      clearTimeout(again);
      busy ||= sendAll().catch(late).finally(() => { busy = null; });
      return busy;
    };
    const here = `${form.getAttribute("action")} `;
    Object.entries(waiting).forEach(([key, value]) => {
      const radios = key.startsWith(here) && form.elements[key.slice(here.length)];
      if (radios) radios.value = value;
    });
    form.addEventListener("change", (event) => {
      if (event.target.type !== "radio") return;
      waiting[here + event.target.name] = event.target.value;
      keep();
      send();
    });
    // The page itself goes after the tap that is on its way, so that the older answer is never the last one.
    form.addEventListener("submit", (event) => {
      if (!busy && navigator.onLine) return;
      event.preventDefault();
      if (busy) busy.then(() => form.requestSubmit(event.submitter));
      else { late(); notes.late.scrollIntoView({ block: "center" }); }
    });
    notes.late.querySelector("button").addEventListener("click", send);
    window.addEventListener("online", send);
    if (Object.keys(waiting).length) {
      keep();
      // The page of all answers was made before these were saved.
      send().then(() => { if (form.dataset.then && !Object.keys(waiting).length) location.reload(); });
    }
  });

  // A note is kept as a draft every ten seconds while one writes it, and when the page is left; the button does the same.
  all("form[data-drafts]", (form) => {
    const line = form.querySelector(".saved");
    const body = () => new URLSearchParams(new FormData(form));
    let kept = body().toString();
    let busy = false;
    const keep = async () => {
      const now = body();
      if (busy || form.dataset.sent || now.toString() === kept || !now.get("body").trim()) return;
      busy = true;
      const words = now.toString();
      now.append("by", "script");
      try {
        const answer = await fetch(form.dataset.drafts, { method: "POST", body: now, redirect: "manual", keepalive: words.length < 60000 });
        if (!answer.ok) throw new Error(answer.status);
        kept = words;
        line.className = "saved";
        line.textContent = await answer.text();
      } catch {
        line.className = "saved late";
        line.textContent = form.dataset.late;
      }
      busy = false;
    };
    setInterval(keep, 10000);
    document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  });

  // What follows the words of a form, such as a sample student's path, is asked for after each change; the button does the same.
  all("form[data-live]", (form) => {
    const place = document.getElementById(form.dataset.live);
    let newest = 0;
    form.addEventListener("change", async () => {
      const turn = newest += 1;
      const body = new URLSearchParams(new FormData(form));
      body.append("do", "preview");
      try {
        const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
        if (!answer.ok || turn !== newest) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        place.replaceChildren(...page.getElementById(place.id).childNodes);
      } catch { /* the path of before stays, and the button asks again */ }
    });
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

"use strict";
/* Comfort only: every page works without it. */
(() => {
  const say = (words) => {
    const said = document.getElementById("said");
    if (said) {
      said.textContent = words;
    }
  };

  /* Copies an id with one click. */
  const copy = async (button) => {
    const text = button.dataset.copy;
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.classList.add("done");
    say(`Copied ${text}`);
    setTimeout(() => button.classList.remove("done"), 1200);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      copy(button);
    }
  });

  /* Keys: / search, g and a letter goes to a page, j and k move in a list, enter opens, r plans again, ? lists them. */
  const isTyping = (target) => target.closest("input:not([type=submit]), textarea, select") !== null;
  const pages = {
    t: "go-today", e: "go-exceptions", o: "go-orders", p: "go-payouts", c: "go-clearing", s: "go-stock", j: "go-jobs", m: "go-mappings",
  };
  let going = false;
  const move = (step) => {
    const rows = [...document.querySelectorAll("[data-row] a[href]")];
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
    if (next) {
      next.focus();
    }
  };
  const keys = document.getElementById("keys");
  document.getElementById("help")?.addEventListener("click", () => keys.showModal());
  document.getElementById("keys-close")?.addEventListener("click", () => keys.close());

  /* Never does the deed itself: it opens the words that say what would be done, and there it only moves the focus. */
  const retry = () => {
    const confirm = document.querySelector("[data-confirm]");
    if (confirm) {
      confirm.focus();
    } else {
      document.querySelector("a[data-retry]")?.click();
    }
  };
  document.addEventListener("keydown", (event) => {
    if (keys?.open || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (going && pages[event.key]) {
      document.getElementById(pages[event.key]).click();
    } else if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q")?.select();
    } else if (event.key === "j" || event.key === "k") {
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "r") {
      retry();
    } else if (event.key === "?") {
      keys?.showModal();
    }
    going = event.key === "g";
  });

  /* Today renews itself. It can be paused, keeps the focus, and says its answer only when that has changed. */
  const pause = document.getElementById("pause");
  if (!pause) {
    return;
  }
  const poll = () => window.PrimeFaces.widgets.refresh;
  const show = (paused) => {
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? "Go on" : "Pause";
  };
  const set = (paused) => {
    sessionStorage.setItem("paused", String(paused));
    show(paused);
    if (paused || document.hidden) {
      poll()?.stop();
    } else {
      poll()?.start();
    }
  };
  const paused = () => sessionStorage.getItem("paused") === "true";
  pause.addEventListener("click", () => set(!paused()));
  document.addEventListener("visibilitychange", () => set(paused()));

  const answer = () => [...document.querySelectorAll("[data-say]")].map((each) => each.textContent.replace(/\s+/g, " ").trim()).join(". ");
  const help = () => document.querySelector("#banner details");
  let before = answer();
  let focused = null;
  let helped = false;
  const jquery = window.jQuery;
  jquery(() => set(paused()));
  jquery(document).on("pfAjaxSend", () => {
    focused = document.activeElement?.id || null;
    helped = help()?.open ?? false;
  });
  jquery(document).on("pfAjaxComplete", () => {
    if (help()) {
      help().open = helped;
    }
    const hasLostFocus = document.activeElement === document.body && focused;
    if (hasLostFocus) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    if (answer() !== before) {
      before = answer();
      say(before);
    }
  });
  const lost = document.getElementById("lost");
  jquery(document).on("pfAjaxSuccess", () => {
    lost.hidden = true;
  });
  jquery(document).on("pfAjaxError", (event, answer) => {
    if (answer?.status) {
      window.location.reload(); /* signed out meanwhile: the way leads over the sign-in page and back */
    } else {
      lost.hidden = false;
    }
  });
})();

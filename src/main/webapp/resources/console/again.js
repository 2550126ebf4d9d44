"use strict";
/* What is being worked out is looked at again by itself, unless somebody types. */
(() => {
  const running = document.querySelector("[data-again]");
  if (!running) {
    return;
  }
  const again = () => {
    const typed = [...document.querySelectorAll("textarea, input[type=text]")].some((each) => each.value !== each.defaultValue);
    if (!typed && !document.hidden) {
      window.location.replace(running.querySelector("a").href);
    } else {
      setTimeout(again, 3000);
    }
  };
  setTimeout(again, Number(running.dataset.again) * 1000);
})();

"use strict";
/* Comfort only: the sheet is a form of inputs, and works without this. */
(() => {
  const grid = document.querySelector("[data-grid]");
  if (!grid) {
    return;
  }
  const rows = () => [...grid.querySelectorAll("[data-grid-row]")];
  const cells = (row) => [...row.querySelectorAll("input[type=text]")];
  const place = (input) => {
    const row = input.closest("[data-grid-row]");
    return { row: rows().indexOf(row), column: cells(row).indexOf(input) };
  };
  const focus = (row, column) => {
    const target = rows()[row] && cells(rows()[row])[column];
    if (target) {
      target.focus();
      target.select();
    }
    return Boolean(target);
  };

  /* One more empty row, below the others. */
  const add = () => {
    const blank = grid.querySelector("[data-blank]");
    if (!blank) {
      return false;
    }
    const copy = blank.cloneNode(true);
    cells(copy).forEach((input) => {
      input.value = "";
    });
    grid.tBodies[0].append(copy);
    return true;
  };

  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0] };
  const atEdge = (input, key) => {
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    return isWhole || (key === "ArrowLeft" ? input.selectionEnd === 0 : input.selectionStart === input.value.length);
  };
  grid.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches("input[type=text]") || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    const at = place(input);
    let step = steps[event.key];
    if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && atEdge(input, event.key)) {
      step = [0, event.key === "ArrowLeft" ? -1 : 1];
    }
    if (!step) {
      return;
    }
    event.preventDefault(); /* Enter does not send the form: the buttons do */
    if (!focus(at.row + step[0], at.column + step[1]) && step[0] > 0 && add()) {
      focus(at.row + 1, at.column);
    }
  });

  /* A block of cells from a spreadsheet fills the cells from here on, and new rows below. */
  const ROWS_MAX = 2000;
  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!event.target.matches("input[type=text]") || !/[\t\n]/.test(text.trimEnd())) {
      return;
    }
    event.preventDefault();
    const at = place(event.target);
    text.replace(/\r?\n$/, "").split(/\r?\n/).slice(0, ROWS_MAX).forEach((line, down) => {
      if (rows().length <= at.row + down && !add()) {
        return;
      }
      const targets = cells(rows()[at.row + down]);
      line.split("\t").forEach((cell, along) => {
        if (targets[at.column + along]) {
          targets[at.column + along].value = cell.trim();
        }
      });
    });
    changed = true;
    const said = document.getElementById("said");
    if (said) {
      said.textContent = `Pasted ${text.trimEnd().split(/\r?\n/).length} rows`;
    }
  });

  /* Only what the browser knows to be typed and not sent is asked about. A code that Sage does not have is marked at once. */
  let changed = false;
  grid.addEventListener("input", (event) => {
    changed = true;
    const input = event.target;
    const list = input.list;
    const known = !list || list.options.length === 0 || input.value === "" || input.value === "*"
      || list.options.length >= 1000 || [...list.options].some((option) => option.value === input.value.trim());
    input.classList.toggle("unknown", !known);
  });
  document.querySelectorAll("form").forEach((form) => form.addEventListener("submit", () => {
    changed = false;
  }));
  window.addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
})();

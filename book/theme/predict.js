// Predict first: a figure may ask for a guess before it shows anything. It is covered until the
// reader answers or would rather see it; the styles cover it, so that it does not flash up first.
"use strict";

(() => {
  for (const form of document.querySelectorAll("figure.plot > form.guess")) {
    const figure = form.parentElement;
    const status = figure.querySelector(".guess-answer");
    const { answer, value } = form.dataset;

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tell(verdict(form.elements.guess.value));
    });
    form.querySelector("[data-skip]").addEventListener("click", () => tell(`It is ${answer}.`));
    addEventListener("hashchange", showRestored);
    showRestored();

    // On paper there is nobody to ask, and a link to a state is a link to what it shows.
    function showRestored() {
      const isPaper = location.pathname.endsWith("/print.html");
      if (isPaper || location.hash.startsWith(`#${figure.id}?`)) uncover();
    }

    function uncover() {
      figure.classList.remove("covered");
      form.remove();
    }

    // The button that had the focus is gone: the focus goes to the answer, the controls come next.
    function tell(words) {
      uncover();
      status.textContent = words;
      status.focus({ preventScroll: true });
    }

    // What the reader said, and what is true.
    function verdict(guess) {
      if (value === undefined) {
        return guess === answer ? `You said ${guess}, and so it is.` : `You said ${guess}. It is ${answer}.`;
      }
      const said = written(Number(guess), decimalsOf(form.elements.guess.step));
      const decimals = Math.max(decimalsOf(form.elements.guess.step), decimalsOf(answer));
      const away = written(Math.abs(Number(guess) - Number(value)), decimals);
      return Number(away) === 0 ? `You said ${said}, and so it is.` : `You said ${said}; it is ${answer}, ${away} away.`;
    }
  }

  function decimalsOf(number) {
    return (number.split(".")[1] ?? "").length;
  }

  // A number as the page writes it: `18,968`, a true minus sign.
  function written(number, decimals) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return number.toLocaleString("en", digits).replace("-", "\u2212");
  }
})();

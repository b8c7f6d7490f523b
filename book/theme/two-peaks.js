// What mdBook's shell and Markdown's tables lack for readers without a mouse or without sight.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);

  // The toggle of the sidebar is the label of a hidden box, which no key reaches: a button takes its
  // place. The label stays out of sight, since mdBook's own script listens to it.
  const label = byId("mdbook-sidebar-toggle");
  const box = byId("mdbook-sidebar-toggle-anchor");
  const button = document.createElement("button");
  button.type = "button";
  for (const name of ["id", "class", "title", "aria-label", "aria-controls", "aria-expanded"]) {
    button.setAttribute(name, label.getAttribute(name));
    label.removeAttribute(name);
  }
  button.append(...label.childNodes);
  button.addEventListener("click", () => label.click());
  box.addEventListener("change", () => (button.ariaExpanded = box.checked));
  label.className = "hidden";
  label.before(button);

  // Names of regions, and of the field for a search.
  byId("mdbook-help-container").role = "dialog";
  byId("mdbook-help-container").ariaLabel = "Help";
  byId("mdbook-menu-bar").role = "banner";
  byId("mdbook-search-wrapper").role = "search";
  byId("mdbook-searchbar").ariaLabel = "Search this book";
  byId("mdbook-searchbar").setAttribute("aria-describedby", "mdbook-searchresults-header");

  // An arrow key turns the page, but not where it scrolls a listing or was meant for a button.
  document.querySelector("main").addEventListener("keydown", (event) => {
    const turns = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (turns && !event.target.closest("a")) event.stopPropagation();
  });

  // The empty corner of a table heads nothing.
  for (const corner of document.querySelectorAll("main th:empty")) {
    corner.replaceWith(document.createElement("td"));
  }

  // What scrolls by itself can be reached and scrolled by keyboard; what fits is no stop.
  const scrollable = ".equation, .plot-picture, .table-scroll, .table-wrapper, pre > code";
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls =
        target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      if (scrolls) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of document.querySelectorAll(scrollable)) observer.observe(element);
})();

// A filter above what can be searched, and heads by which a table is sorted. Without this everything is there.
"use strict";
{
  const query = new URLSearchParams(location.search).get("q") ?? "";
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  function addFilter(searched, lines) {
    const field = element("input", { type: "search", value: query, autocomplete: "off" });
    const count = element("output");
    const show = () => {
      const words = folded(field.value).split(/\s+/);
      for (const line of lines) line.hidden = !words.every((word) => folded(line.textContent).includes(word));
      for (const body of searched.tBodies ?? []) body.hidden = lines.every((line) => line.hidden || line.parentNode !== body);
      const shown = lines.filter((line) => !line.hidden).length;
      count.textContent = field.value.trim() ? `${shown.toLocaleString("en-GB")} of ${lines.length.toLocaleString("en-GB")}` : "";
    };
    field.addEventListener("input", show);
    searched.before(element("p", { className: "filter" }, element("label", {}, "Filter ", field), " ", count));
    show();
  }

  const figure = (text) => parseFloat(text.replace(/,/g, "").replace("\u2212", "-"));
  function compare(one, other) {
    const [left, right] = [figure(one), figure(other)];
    if (isNaN(left) && isNaN(right)) return one.localeCompare(other, "en-GB");
    return isNaN(left) ? 1 : isNaN(right) ? -1 : right - left;
  }

  function makeSortable(table) {
    for (const head of table.querySelectorAll("thead th:not(.picture)")) {
      const button = element("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const turned = head.ariaSort === "ascending";
        for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
        head.ariaSort = turned ? "descending" : "ascending";
        for (const body of table.tBodies) {
          const rows = [...body.rows].filter((row) => row.className !== "group");
          rows.sort((row, next) => compare(row.cells[head.cellIndex].textContent, next.cells[head.cellIndex].textContent));
          body.append(...(turned ? rows.reverse() : rows));
        }
      });
    }
  }

  for (const table of document.querySelectorAll("table.searchable")) {
    makeSortable(table);
    addFilter(table, [...table.querySelectorAll("tbody tr:not(.group)")]);
  }
  for (const list of document.querySelectorAll("ul.searchable")) addFilter(list, [...list.children]);
}

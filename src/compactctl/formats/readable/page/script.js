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

  const figure = (text) => {
    const value = parseFloat(text.replace(/,/g, "").replace("\u2212", "-").replace(/^as many\b/, "0"));
    return /^[\d,]+ fewer\b/.test(text) ? -value : value;
  };
  const words = new Intl.Collator("en-GB");
  function compare(before, after) {
    const [left, right] = [figure(before), figure(after)];
    if (isNaN(left) || isNaN(right)) return isNaN(left) - isNaN(right) || words.compare(before, after);
    return left - right;
  }

  function sort(table, column, isDescending) {
    const text = (row) => row.cells[column].textContent;
    for (const body of table.tBodies) {
      const rows = [...body.rows].filter((row) => row.className !== "group");
      body.append(...rows.sort((row, next) => (isDescending ? -1 : 1) * compare(text(row), text(next))));
    }
  }

  function makeSortable(table) {
    const heads = table.querySelectorAll("thead th:not(.picture)");
    for (const head of heads) {
      const button = element("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Figures begin with the largest, words with A.
        const isFirst = !head.ariaSort;
        const holdsFigures = !isNaN(figure(table.querySelector("tbody tr:not(.group)")?.cells[head.cellIndex].textContent ?? ""));
        const isDescending = isFirst ? holdsFigures : head.ariaSort === "ascending";
        for (const each of heads) each.ariaSort = null;
        head.ariaSort = isDescending ? "descending" : "ascending";
        sort(table, head.cellIndex, isDescending);
      });
    }
  }

  for (const table of document.querySelectorAll("table.searchable")) {
    makeSortable(table);
    addFilter(table, [...table.querySelectorAll("tbody tr:not(.group)")]);
  }
  for (const list of document.querySelectorAll("ul.searchable")) addFilter(list, [...list.children]);
}

// The first of the viewer's languages that there are pages in; without a script the links stand there.
const links = new Map(
  Array.from(document.querySelectorAll("a[hreflang]"), (link) => [link.hreflang, link.href]),
);
const wished = navigator.languages
  .map((tag) => tag.toLowerCase().split("-")[0])
  .find((tag) => links.has(tag));
location.replace(links.get(wished ?? "en"));

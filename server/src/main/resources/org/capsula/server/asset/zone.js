// Tells the server in which time zone the page is read: it says each time on that clock too.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const used = document.querySelector("meta[name=zone]").content;
const name = "capsula-zone=";
const isTold = () => document.cookie.split("; ").includes(name + zone);

/** Etc/UTC and UTC are one zone; one that this browser does not know is another. */
function isSame() {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: used }).resolvedOptions().timeZone === zone;
  } catch {
    return false;
  }
}

if (zone && !isSame() && !isTold()) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}${zone}; path=/schedule; max-age=31536000; samesite=lax${secure}`;
  // Once: a zone that the server does not know, or a cookie that is not kept, changes nothing.
  if (isTold()) location.replace(location.href);
}

// Times as people write them: 1:02.5, 0:01:02.500 or 62.5; seconds inside.

/** Seconds, or null for what is no time. */
export function parseTime(text) {
  const match = /^\s*(?:(?:(\d+):)?(\d{1,4}):)?(\d{1,6}(?:[.,]\d{1,3})?)\s*$/.exec(text);
  if (!match) return null;
  const [, hours = 0, minutes = 0, seconds] = match;
  return Math.round((hours * 3600 + minutes * 60 + Number(seconds.replace(",", "."))) * 1000) / 1000;
}

export function formatTime(seconds) {
  const millis = Math.round(seconds * 1000);
  const pad = (value, length) => String(value).padStart(length, "0");
  const hours = Math.floor(millis / 3600000);
  const minutes = Math.floor(millis / 60000) % 60;
  const rest = `${pad(Math.floor(millis / 1000) % 60, 2)}.${pad(millis % 1000, 3)}`;
  return hours > 0 ? `${hours}:${pad(minutes, 2)}:${rest}` : `${minutes}:${rest}`;
}

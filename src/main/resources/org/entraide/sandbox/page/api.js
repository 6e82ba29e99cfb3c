// Talks to the office: JSON in, JSON out.

/** A refusal in the office's own words. */
export class Refusal extends Error {}

/** No answer at all. */
export class Silence extends Error {}

const HEADER = "X-Entraide-Token";
/** Of this start of the sandbox: whoever cannot read the page has none. */
const token = document.querySelector('meta[name="entraide-token"]').content;

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? { [HEADER]: token } : { "Content-Type": "application/json", [HEADER]: token },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    throw new Silence(error.message);
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Refusal(reason(text) ?? `${response.status} ${response.statusText}`);
  }
  return text === "" ? null : JSON.parse(text);
}

function reason(text) {
  try {
    return JSON.parse(text).error.message;
  } catch {
    return undefined;
  }
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const put = (path, body) => call("PUT", path, body);
export const remove = (path) => call("DELETE", path);

/** A path whose parts may hold anything. */
export const path = (...parts) => "/" + parts.map(encodeURIComponent).join("/");

// Talks to the office: JSON in, JSON out.

/** A refusal in the office's own words. */
export class Refusal extends Error {}

/** No answer at all. */
export class Silence extends Error {}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
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

/** A path whose parts may hold anything. */
export const path = (...parts) => "/" + parts.map(encodeURIComponent).join("/");

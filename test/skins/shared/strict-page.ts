/**
 * What an app on a component library does to live under a strict policy: libraries that write style sheets and markup by
 * themselves get the page's nonce and a Trusted Types policy. Imported first.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', { createHTML: (text) => text });

/** The nonce of the page's policy; empty where the page has none. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

const create = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement && nonce !== '') element.nonce = nonce;
  return element;
};

const { trustedTypes } = globalThis;
trustedTypes?.createPolicy('default', { createHTML: (text) => text });
/** The nonce of the page's policy; empty where the page has none. */
export const nonce = document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';
const create = document.createElement.bind(document);
document.createElement = (name, options) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement && nonce !== '')
        element.nonce = nonce;
    return element;
};

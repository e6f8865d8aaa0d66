import { createGlobalStyle } from 'styled-components';

/** Colours and sizes of the skin. */
export const theme = {
  accent: '#248567',
  accentDark: '#1c6b53',
  accentPale: '#e6f3ee',
  danger: '#c7303c',
  dangerDark: '#a3222d',
  dangerPale: '#fdecec',
  text: '#242c33',
  muted: '#65727e',
  line: '#e3e7eb',
  surface: '#ffffff',
  ground: '#f5f7f8',
  focus: '#2f7de1',
  radius: '6px',
  shadow: '0 8px 28px rgb(24 39 51 / 18%)',
} as const;

export const GlobalStyle = createGlobalStyle`
  *, *::before, *::after { box-sizing: border-box; }
  body {
    margin: 0;
    font: 14px/20px 'Graphik', 'Inter', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    color: ${theme.text};
    background: ${theme.ground};
    -webkit-font-smoothing: antialiased;
  }
  h1, h2, h3, p { margin: 0; }
  a { color: ${theme.accent}; text-decoration: none; }
  a:hover { text-decoration: underline; }
  button, input, select { font: inherit; color: inherit; }
  :focus-visible { outline: 2px solid ${theme.focus}; outline-offset: 1px; }
`;

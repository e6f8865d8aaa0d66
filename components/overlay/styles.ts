/** The look of everything of ours in the page: light like PandaDoc, which has no dark theme, and fine in forced colours. */
export const styles = `
:host{all:initial}
.layer{all:initial;position:absolute;left:0;top:0;width:0;height:0;display:block;direction:ltr}
.layer,dialog,[popover]{
--ink:#1d2633;--soft:#566070;--line:#d9dfe5;--paper:#fff;--green:#14704f;--green-line:#b9dfcd;--green-paper:#ecf7f1;
--amber:#7a4a00;--amber-line:#ecc67a;--amber-paper:#fff8e8;--red:#b3261e;--red-paper:#fdf0ef;--red-line:#f0c4c0;
font:400 13px/20px Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);text-align:start;
letter-spacing:normal;-webkit-font-smoothing:antialiased;color-scheme:light;forced-color-adjust:auto}
*,::before,::after{box-sizing:border-box}
svg{width:14px;height:14px;fill:currentColor;flex:none;display:block}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.part{position:absolute;left:0;top:0;display:flex;align-items:center;white-space:nowrap;visibility:hidden}
.part.on{visibility:visible}
.badge{height:20px;padding:0 8px 0 6px;gap:4px;border:1px solid var(--green-line);border-radius:10px;background:var(--green-paper);
color:#0f5c41;font-size:12px;line-height:18px;font-weight:600;pointer-events:none;user-select:none}
.badge svg{width:12px;height:12px}
.badge.may-own{border:1px dashed #cf9a34;background:var(--amber-paper);color:var(--amber)}
.badge.l1{height:16px;padding:0 5px;font-size:11px;line-height:14px;border-radius:8px}
.badge.l1 svg{display:none}
.badge.l2{width:18px;height:18px;padding:0;justify-content:center;border-radius:9px}
.badge.l2 .text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
button,input{font:inherit;color:inherit;letter-spacing:inherit;margin:0}
button{display:inline-flex;align-items:center;justify-content:center;gap:4px;min-height:24px;min-width:24px;padding:1px 8px;border:1px solid var(--line);border-radius:6px;
background:var(--paper);cursor:pointer;pointer-events:auto;white-space:nowrap}
button:hover{border-color:#9aa5b1;background:#f6f8f9}
button:disabled{cursor:default;color:#7a8492;background:#f3f5f6;border-color:var(--line)}
:focus-visible{outline:2px solid #1a6fd6;outline-offset:2px}
.line{flex-wrap:wrap;column-gap:6px;row-gap:2px;padding:2px 3px 2px 8px;border:1px solid var(--line);border-radius:8px;background:var(--paper);
line-height:18px;font-size:12px}
.line>*{flex:none;height:24px;line-height:24px}
.line .own{font-weight:600;overflow:hidden;text-overflow:ellipsis}
.line.none .own{color:var(--amber)}
.line .hint{color:var(--amber);display:inline-flex;align-items:center;gap:4px}
.line button{padding:0 7px;border-color:transparent;background:#f1f4f6;font-weight:500}
.line button:hover{background:#e6ebee}
.line button.main{background:var(--green);color:#fff}
.line button.main:hover{background:#0f5c41}
.line button svg{width:10px;height:10px}
.line.tight .own{max-width:132px}
.line.tight .hint span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.line.tight .type{max-width:112px;justify-content:flex-start}
.line .type span{overflow:hidden;text-overflow:ellipsis}
.notice{align-items:flex-start;gap:8px;width:max-content;max-width:min(340px,calc(100vw - 24px));padding:8px 8px 8px 12px;border:1px solid var(--amber-line);border-radius:8px;
background:var(--amber-paper);color:#4a2f00;white-space:normal;pointer-events:auto;box-shadow:0 4px 14px #1d26331f}
.notice>svg{margin-top:3px;color:#b97800}
.notice.good{border-color:var(--green-line);background:var(--green-paper);color:#0b3f2d}
.notice.good>svg{color:var(--green)}
.notice .say{flex:1 1 auto;min-width:0;overflow-wrap:anywhere}
.notice .acts{display:flex;flex-wrap:wrap;gap:6px}
.notice .acts:not(:empty){margin-top:6px}
.notice .acts button{border-color:currentColor;background:#fff;color:inherit;font-weight:600}
.notice .x{border:0;background:none;padding:0;flex:none;margin-top:-2px}
.corner{position:fixed;left:12px;right:12px;bottom:16px;display:flex;flex-direction:column;align-items:center;gap:8px}
.corner .notice{position:static;visibility:visible}
[popover]{position:fixed;inset:auto;margin:0;padding:4px;border:1px solid var(--line);border-radius:8px;background:var(--paper);
box-shadow:0 8px 24px #1d26332e;pointer-events:auto;max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);overflow:auto}
[role=menuitemradio]{display:flex;align-items:center;gap:8px;min-height:30px;padding:4px 12px 4px 8px;border-radius:5px;cursor:pointer;font-size:13px}
[role=menuitemradio] svg{visibility:hidden;color:var(--green)}
[role=menuitemradio][aria-checked=true] svg{visibility:visible}
[role=menuitemradio]:hover,[role=menuitemradio]:focus{background:#eef4f1;outline-offset:-2px}
dialog{position:fixed;inset:0;margin:auto;padding:0;border:0;border-radius:12px;background:var(--paper);width:min(520px,calc(100vw - 16px));height:fit-content;
max-width:none;max-height:calc(100vh - 16px);max-height:calc(100dvh - 16px);overflow:hidden;pointer-events:auto;box-shadow:0 20px 60px #1d263352;font-size:14px}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#141a2499}
dialog:focus{outline:none}
.body{flex:0 1 auto;min-height:0;overflow:auto;padding:20px 24px 4px;overscroll-behavior:contain}
.foot{flex:none;display:flex;flex-wrap:wrap;justify-content:flex-end;gap:8px;padding:14px 24px 18px}
.foot button,.field button{min-height:36px;padding:6px 16px;border-radius:8px;font-weight:600}
.foot .safe{background:var(--green);border-color:var(--green);color:#fff}
.foot .safe:hover{background:#0f5c41}
.foot .risk{color:var(--red);border-color:var(--red-line)}
.foot .risk:hover{background:var(--red-paper)}
.foot .risk:disabled{color:#7a8492;border-color:var(--line)}
h2{margin:0;font-size:18px;line-height:25px;font-weight:650;overflow-wrap:anywhere}
.head{display:flex;gap:10px;align-items:flex-start}
.head svg{width:20px;height:20px;margin-top:3px;color:#c77700}
.head.critical svg{color:var(--red)}
p{margin:6px 0 0}
.who,.soft{color:var(--soft)}
.who{overflow-wrap:anywhere}
h3{margin:16px 0 6px;font-size:14px;line-height:20px;font-weight:650}
ul{list-style:none;margin:6px 0 0;padding:0;border:1px solid var(--red-line);border-radius:8px;background:var(--red-paper)}
ul.may{border-color:var(--amber-line);background:var(--amber-paper)}
ul.soft-list{border-color:var(--amber-line);background:var(--amber-paper)}
li{padding:8px 12px;overflow-wrap:anywhere}
li+li{border-top:1px solid #1d26331a}
li strong{font-weight:650}
.unknown{border-inline-start:3px solid var(--amber-line);padding:1px 0 1px 10px;margin-top:12px}
.unknown p:first-child{margin-top:0}
small{display:block;margin-top:10px;font-size:12px;line-height:17px;color:var(--soft)}
[role=radiogroup]{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:0 12px}
[role=radiogroup] label{display:flex;gap:8px;align-items:center;min-height:28px;cursor:pointer}
input[type=radio]{accent-color:var(--green);width:16px;height:16px;flex:none}
.field{margin-top:14px}
.field label{display:block;font-weight:600;margin-bottom:4px}
.field input{width:100%;min-height:38px;padding:6px 12px;border:1px solid #9aa5b1;border-radius:8px;background:#fff}
[role=listbox]{margin:6px 0 0;max-height:min(264px,38vh);overflow:auto;border:1px solid var(--line);border-radius:8px;padding:4px}
[role=option]{padding:6px 10px;border-radius:6px;cursor:pointer;overflow-wrap:anywhere;line-height:18px}
[role=option] .soft{font-size:12px}
[role=option].at{background:#eef4f1;box-shadow:inset 2px 0 var(--green)}
[role=option][aria-selected=true]{font-weight:600;background:var(--green-paper)}
.none-found{padding:8px 10px;color:var(--soft)}
.caution{margin-top:10px;padding:8px 12px;border:1px solid var(--amber-line);border-radius:8px;background:var(--amber-paper);color:#4a2f00}
.caution:empty{display:none}
@media (max-width:420px){.body{padding:16px 16px 4px}.foot{padding:12px 16px 14px}.foot button{flex:1 1 auto}}
@media (prefers-reduced-motion:no-preference){button{transition:background-color .12s,border-color .12s}}
@media (forced-colors:active){.badge,.line,.notice,dialog,[popover],ul{border:1px solid CanvasText}[role=option].at,[role=menuitemradio]:focus{outline:2px solid Highlight}}
@media print{.layer,dialog{display:none!important}}
`;

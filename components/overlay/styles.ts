/** The look of everything of ours in the page: light like PandaDoc, which has no dark theme, and fine in forced colours. */
export const styles = `
.layer{all:initial;pointer-events:none;position:absolute;left:0;top:0}
.layer,dialog,[popover]{
--ink:#1d2633;--soft:#566070;--line:#d9dfe5;--green:#14704f;--mint:#ecf7f1;--amber:#7a4a00;--gold:#ecc67a;--cream:#fff8e8;--red:#b3261e;
font:400 13px/20px Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);text-align:start;color-scheme:light}
*,::before,::after{box-sizing:border-box}
svg{width:14px;height:14px;fill:currentColor;flex:none}
.part{position:absolute;left:0;top:0;visibility:hidden}
.part.on{visibility:visible}
.vh,.l2 .text,.tight .hint span,.small .hint span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.badge,.line{display:flex;align-items:center;white-space:nowrap;font-size:12px;line-height:18px}
.badge{height:20px;padding:0 8px 0 6px;gap:4px;border:1px solid #b9dfcd;border-radius:10px;background:var(--mint);color:#0f5c41;font-weight:600;user-select:none}
.badge svg{width:12px;height:12px}
.text+.text{padding-inline-start:5px;border-inline-start:1px dashed #cf9a34;color:var(--amber)}
.may-own{border:1px dashed #cf9a34;background:var(--cream);color:var(--amber)}
.l1{height:16px;padding:0 5px;font-size:11px;line-height:14px}
.l1 svg{display:none}
.l2{width:18px;height:18px;padding:0;justify-content:center}
button,input{font:inherit;color:inherit;margin:0}
button{min-height:24px;min-width:24px;padding:1px 8px;border:1px solid var(--line);border-radius:6px;background:#fff;cursor:pointer;pointer-events:auto;white-space:nowrap}
button:hover{border-color:#9aa5b1;background:#f6f8f9}
:focus-visible{outline:2px solid #1a6fd6;outline-offset:2px}
.line{flex-wrap:wrap;gap:2px 6px;padding:2px 3px 2px 8px;border:1px solid var(--line);border-radius:8px;background:#fff}
.line>*{flex:none;height:24px;line-height:24px}
.own{font-weight:600;pointer-events:auto}
.none .own,.hint{color:var(--amber)}
.hint{display:flex;align-items:center;gap:4px}
.line button{padding:0 7px;border:0;background:#f1f4f6;font-weight:500}
.line button:hover{background:#e6ebee}
.type::after{content:" ▾"/""}
.line .main{background:var(--green);color:#fff}
.tight .own,.tight .made,.tight .type,.small .own,.small .type{max-width:132px;overflow:hidden;text-overflow:ellipsis}
.small .own,.small .type{max-width:80px}
.small .made{display:none}
.notice{display:flex;gap:8px;width:max-content;max-width:min(340px,100vw - 24px);padding:8px 8px 8px 12px;border:1px solid var(--gold);border-radius:8px;background:var(--cream);color:#4a2f00;pointer-events:auto;box-shadow:0 4px 14px #1d26331f}
.notice svg{margin-top:3px}
.good{border-color:#b9dfcd;background:var(--mint);color:#0b3f2d;pointer-events:none}
.say{flex:1;min-width:0;overflow-wrap:anywhere}
.acts{display:flex;flex-wrap:wrap;gap:6px;margin-top:6px}
.acts button{border-color:currentColor;font-weight:600}
.x{border:0;background:none;align-self:start;margin-top:-2px;padding:0}
.x::after{content:"✕"/""}
.corner{position:fixed;left:12px;right:12px;bottom:16px;display:flex;flex-direction:column;align-items:center;gap:8px}
.up{top:16px;bottom:auto}
[popover]{position:fixed;margin:0;padding:4px;border:1px solid var(--line);border-radius:8px;background:#fff;box-shadow:0 8px 24px #1d26332e;pointer-events:auto;overflow:auto}
[role=menuitemradio]{padding:5px 14px 5px 28px;border-radius:5px;cursor:pointer}
[aria-checked=true]::before{content:"✓"/"";margin:0 7px 0 -19px;color:var(--green);font-weight:700}
[role=menuitemradio]:hover,[role=menuitemradio]:focus,.at{background:#eaf3ef;outline:0}
dialog{margin:auto;padding:0;border:0;border-radius:12px;background:#fff;width:568px;max-width:calc(100vw - 16px);max-height:calc(100dvh - 16px);pointer-events:auto;box-shadow:0 20px 60px #1d263352;font-size:14px;overflow:hidden}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#141a2499}
.body{overflow:auto;padding:20px 24px 4px;overscroll-behavior:contain;overflow-wrap:anywhere}
.foot{flex:none;display:flex;flex-wrap:wrap;justify-content:end;gap:8px;padding:14px 24px 18px}
.foot button{min-height:36px;padding:6px 12px;border-radius:8px;font-weight:600}
.safe,.safe:hover{background:var(--green);border-color:var(--green);color:#fff}
.risk{color:var(--red);border-color:#f0c4c0}
.risk:hover{background:#fdf0ef}
.foot button:disabled{cursor:default;color:#6b7480;background:#f3f5f6;border-color:var(--line)}
h2{margin:0;font-size:18px;line-height:25px}
h3{margin:14px 0 6px;font-size:14px}
.head{display:flex;gap:10px}
.head svg{width:20px;height:20px;margin-top:3px;color:#c77700}
.critical svg{color:var(--red)}
p{margin:6px 0 0}
.soft,li p,small{color:var(--soft)}
ul{list-style:none;margin:6px 0 0;padding:0;border:1px solid #f0c4c0;border-radius:8px;background:#fdf0ef}
.amber{border-color:var(--gold);background:var(--cream)}
li{padding:7px 12px}
li+li{border-top:1px solid #1d26331a}
li p{margin:0}
.unknown{border-inline-start:3px solid var(--gold);padding-inline-start:10px;margin-top:10px}
details{margin-top:10px}
summary{min-height:28px;padding:3px 0;cursor:pointer;font-weight:600}
details p strong{font-weight:600}
details button{margin-top:10px}
small{display:block;margin-top:8px;line-height:17px}
[role=radiogroup]{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr))}
[role=radiogroup] label{display:flex;gap:8px;align-items:center;min-height:28px;cursor:pointer}
[type=radio]{accent-color:var(--green);width:16px;height:16px}
.field{display:block;margin:14px 0 4px;font-weight:600}
[role=combobox]{width:100%;min-height:38px;padding:6px 12px;border:1px solid #8692a0;border-radius:8px;background:#fff}
[role=combobox]~.soft{margin-top:12px}
[role=listbox]{margin:6px 0 0;max-height:38vh;overflow:auto;border:1px solid var(--line);border-radius:8px;padding:4px}
[role=option]{padding:6px 10px;border-radius:6px;cursor:pointer;line-height:18px}
[role=option]:hover{background:#f3f6f5}
[role=option] .soft{font-size:12px}
.caution:not(:empty){margin-top:10px;padding:8px 12px;border:1px solid var(--gold);border-radius:8px;background:var(--cream)}
@media (min-width:421px) and (min-height:600px){.why{position:sticky;bottom:-4px;padding-bottom:4px;border-top:1px solid var(--line);background:#fff}}
@media (max-width:420px){.body{padding:16px 16px 4px}.foot{padding:12px 16px 14px}.foot button{flex:auto}}
@media (forced-colors:active){.badge,.line,.notice,dialog,.line button{border:1px solid}.line button{padding:0 6px}.at,[role=menuitemradio]:focus{outline:2px solid Highlight}}
@media print{.layer,dialog{display:none}}
`;

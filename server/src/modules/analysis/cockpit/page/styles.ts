/** The style sheet of the page: one constant, so that the browser can be held to it by its hash. */
import { createHash } from 'node:crypto';

export const STYLES = `
:root{color-scheme:light dark;
--ground:#f4f5f7;--card:#fff;--ink:#17202b;--quiet:#566273;--line:#dde1e7;--zero:#7d8896;
--in:#1f6fb5;--out:#c2670c;--balance:#17202b;--range:#a9bdd3;--interval:#d9e4ef;--alarm:#b3261e;--alarm-ground:#fdecea;--good:#1c7a4a}
@media (prefers-color-scheme:dark){:root{
--ground:#0f141a;--card:#182029;--ink:#e8ecf1;--quiet:#a3b0bf;--line:#2e3945;--zero:#758393;
--in:#6bb0f0;--out:#f0a455;--balance:#e8ecf1;--range:#46627f;--interval:#2a3a4b;--alarm:#ff9d94;--alarm-ground:#3d1f1d;--good:#6fd1a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
.page{max-width:1080px;margin:0 auto;padding:28px 24px 40px}
h1{font-size:26px;line-height:1.2;margin:0 0 12px;letter-spacing:-.01em}
h2{font-size:18px;line-height:1.3;margin:0 0 12px}
h3{font-size:15px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px}
.mark{color:var(--quiet);font-size:.87em;margin:0 0 2px}
.about{display:flex;flex-wrap:wrap;gap:4px 28px;margin:0}
.about dt{color:var(--quiet);font-size:.87em}
.about dd{margin:0}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 22px;margin-top:16px}
section>:last-child,figure>:last-child{margin-bottom:0}
section>:not(h2)+h3{margin-top:22px}
.bare{background:none;border:0;padding:0;margin-top:20px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:14px;margin:0}
.tiles>div{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 18px}
.tiles dt{color:var(--quiet);font-size:.87em}
.tiles dd{margin:0}
.tiles strong{display:block;font-size:25px;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.tiles span{display:block;color:var(--quiet);font-size:.87em}
.tiles .alarming strong{color:var(--alarm)}
.negative{color:var(--alarm)}
.quiet,.note,.empty,figcaption p{color:var(--quiet)}
.note,figcaption p{font-size:.87em}
figure{margin:0 0 8px}
figcaption p{margin:0 0 8px}
.legend{display:flex;flex-wrap:wrap;gap:2px 18px;list-style:none;margin:0 0 8px;padding:0;font-size:.87em}
.legend li{display:flex;align-items:center;gap:6px}
.swatch{width:16px;height:12px;flex:none}
.plot{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:8px;margin-bottom:8px}
.plot svg{width:100%;height:230px;overflow:visible;display:block}
.y-axis{display:flex;flex-direction:column;justify-content:space-between;text-align:right;margin:-.6em 0;font-size:.8em;line-height:1.2;color:var(--quiet);font-variant-numeric:tabular-nums;white-space:nowrap}
.x-axis{grid-column:2;display:flex;margin-top:6px;font-size:.8em;line-height:1.2;color:var(--quiet)}
.x-axis span{flex:1 1 0;min-width:0;text-align:center}
.grid,.zero,.line,.dot{fill:none;vector-effect:non-scaling-stroke}
.grid{stroke:var(--line)}
.zero{stroke:var(--zero)}
.line{stroke:var(--balance);stroke-width:2}
.dashed{stroke-dasharray:4 4}
.dot{stroke:var(--balance);stroke-width:6;stroke-linecap:round}
rect.in{fill:var(--in)}
rect.out{fill:var(--out)}
rect.expected-in,rect.expected-out{fill:none;stroke-width:1.5;stroke-dasharray:3 2;vector-effect:non-scaling-stroke}
rect.expected-in{stroke:var(--in)}
rect.expected-out{stroke:var(--out)}
rect.range{fill:var(--range)}
rect.interval{fill:var(--interval)}
.small .plot svg{height:150px}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:22px 32px}
.pairs figure{margin:0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:7px 12px 7px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--quiet);font-size:.87em;white-space:nowrap;vertical-align:bottom}
tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:550;overflow-wrap:anywhere}
tbody th small{display:block;font-weight:400;color:var(--quiet);font-size:.87em}
.number{text-align:right;white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
table+.note,table+p,.spending+.note,.scroll+p,details+.note{margin-top:10px}
.bar{display:block;width:100%;height:12px}
.bar rect{fill:var(--out)}
.spark{display:block;width:132px;height:26px}
.spark rect{fill:var(--out)}
.spark .running{opacity:.45}
.spark path{stroke:var(--line);vector-effect:non-scaling-stroke;fill:none}
.spending td:nth-child(2){width:30%;vertical-align:middle}
.number .spark{margin-left:auto}
.scroll{overflow-x:auto}
.plain{font-size:.87em;width:auto;min-width:min(100%,420px);margin-top:6px}
.plain th,.plain td{padding:4px 14px 4px 0}
.matrix{width:100%}
.matrix td,.matrix thead th:not(:first-child){text-align:center;padding:5px 2px;min-width:26px}
.matrix tbody th{white-space:nowrap;font-weight:550}
.matrix tbody th small{font-size:.8em}
.matrix td.hit{background:var(--alarm-ground);color:var(--alarm);font-weight:650}
.matrix td.zero-count{color:var(--quiet)}
details{margin-top:6px}
summary{cursor:pointer;color:var(--quiet);font-size:.87em;width:fit-content;padding:3px 0}
summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--in);outline-offset:2px;border-radius:3px}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:12px 24px;margin:0}
.facts dt{color:var(--quiet);font-size:.87em}
.facts dd{margin:0;font-weight:550}
.facts dd small{font-weight:400;color:var(--quiet);font-size:.87em;display:block}
.facts .none{font-weight:400;color:var(--quiet)}
.badge{display:inline-block;border:1px solid var(--line);border-radius:8px;padding:0 6px;font-size:.8em;font-weight:400;color:var(--quiet)}
.message{max-width:560px;padding-top:12vh}
footer{color:var(--quiet);font-size:.87em;margin-top:20px}
@media (max-width:640px){
.page{padding:18px 14px 28px}
section{padding:16px 14px}
.bare{padding:0}
.tiles{grid-template-columns:1fr 1fr;gap:10px}
.tiles>div{padding:10px 12px}
.tiles strong{font-size:20px}
.plot svg{height:190px}
.x-axis span:nth-last-child(even){visibility:hidden}
.x-axis span{overflow:visible;white-space:nowrap}
.cards,.cards tbody,.cards th,.cards td{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(3,1fr);gap:4px 12px;border-bottom:1px solid var(--line);padding:10px 0}
.cards tbody tr:last-child{border-bottom:0;padding-bottom:0}
.cards th,.cards td{border:0;padding:0;min-width:0}
.cards th{grid-column:1/-1}
.cards td{text-align:left;white-space:normal;overflow-wrap:break-word;hyphens:auto;font-size:14px}
.cards td::before{content:attr(data-label);display:block;color:var(--quiet);font-size:.86em}
.spending td:nth-child(2){width:auto;grid-column:1/-1;padding:3px 0}
.spending td:nth-child(2)::before{content:none}
.cards .number .spark{margin:2px 0 0}
.matrix{font-size:.87em}
.matrix,.matrix thead,.matrix tbody{display:block}
.matrix tr{display:grid;grid-template-columns:repeat(12,minmax(0,1fr)) minmax(0,1.6fr);border-bottom:1px solid var(--line);padding:4px 0}
.matrix tbody tr:last-child{border-bottom:0}
.matrix th,.matrix td{border:0}
.matrix td,.matrix thead th:not(:first-child){min-width:0;padding:3px 0;overflow:hidden}
.matrix thead th{font-size:.8em}
.matrix thead th:first-child{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.matrix tbody th{grid-column:1/-1;padding:0}
.tiles>div:last-child:nth-child(odd){grid-column:1/-1}
}
@media print{
:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--quiet:#444;--line:#ccc;--zero:#666;--in:#1f6fb5;--out:#c2670c;--balance:#000;--range:#a9bdd3;--interval:#d9e4ef;--alarm:#b3261e;--alarm-ground:#fdecea}
@page{margin:14mm}
body{font-size:11px}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-width:none;padding:0}
section{border:0;border-top:1px solid var(--line);border-radius:0;padding:10px 0;margin-top:10px}
.bare{border:0}
.tiles{grid-template-columns:repeat(auto-fit,minmax(110px,1fr));gap:8px}
.tiles strong{font-size:17px}
h2,h3,figcaption,thead{break-after:avoid}
figure,tr,.tiles>div{break-inside:avoid}
.plot svg{height:150px}
details.figures{display:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{display:none}
}
`;

/** As a Content-Security-Policy names it. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLES).digest('base64')}`;

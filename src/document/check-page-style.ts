/** The look of the page that `check --report` writes: paper like the index of talks; how bad a thing is, is said by line and number. */

/** Styles of the page. */
export const styles = `
*{box-sizing:border-box;margin:0}
body{background:#fbfaf6;color:#1c1b1a;font:17px/1.45 "Lectern Sans",sans-serif;padding:56px 6vw;max-width:1640px;margin:0 auto;overflow-wrap:anywhere}
h1{font:600 40px/1.15 "Lectern Display",serif;margin-bottom:12px}
h2{font:600 30px/1.15 "Lectern Display",serif}
h3{font:600 18px/1.3 "Lectern Sans",sans-serif;margin:32px 0 14px}
section{margin-top:44px;padding-top:22px;border-top:2px solid #1c1b1a}
ol{list-style:none;padding:0}
a{color:#005767}
a:focus-visible{outline:3px solid #005767;outline-offset:3px}
code,pre{font-family:"Lectern Mono",monospace;font-size:.86em}
.path,.summary{color:#5a5752}
.sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:32px 28px}
.sheet p{margin-top:8px}
.sheet a{text-decoration-thickness:1px}
.picture{position:relative;aspect-ratio:var(--size)}
.picture img{display:block;width:100%;height:100%;outline:1px solid #d9d5cb}
.thumbnail{display:block;height:100%}
.outline{position:absolute;min-width:6px;min-height:6px;outline:3px solid;text-decoration:none}
.outline.warning,.outline.info{outline-style:dashed;outline-width:2px}
.outline:focus-visible{outline:5px solid #005767;outline-offset:0}
.error{color:#a3241b}
.warning,.info{color:#7a4f00}
.mark{display:inline-block;min-width:24px;padding:0 5px;background:currentColor;font:600 15px/24px "Lectern Sans",sans-serif;text-align:center;-webkit-text-fill-color:#fff}
.outline>.mark{position:absolute;right:100%;top:-3px}
.messages>li{padding:16px 14px;border-top:1px solid #d9d5cb;scroll-margin-top:24px}
.messages p{max-width:80ch;margin-top:4px}
.messages .facts{max-width:none}
.facts code,.facts a{margin-inline-start:10px}
.reason{font-weight:600}
pre{margin-top:10px;white-space:pre-wrap}
:target{background:#efeadb;outline:2px solid #005767}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

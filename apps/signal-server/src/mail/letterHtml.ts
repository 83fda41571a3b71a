import type { LetterText } from "./letterTexts";

const SPECIAL: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character] ?? character);
}

// Mail programs drop <style> more often than not, so the light look stands in each element and the dark one is added
// where it is understood. Both have enough contrast when a program turns the colours round by itself.
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const DARK = `
  @media (prefers-color-scheme: dark) {
    .page { background: #101115 !important; }
    .card { background: #17181d !important; border-color: #2c2e36 !important; }
    .strong, .code { color: #ecedf1 !important; }
    .soft { color: #a6aab6 !important; }
    .code { background: #22242b !important; }
    .action { background: #5563e3 !important; }
    .link { color: #a9b3ff !important; }
  }`;

function paragraph(text: string, look: "strong" | "soft"): string {
  const style = look === "strong" ? "font-size:16px;color:#16171c" : "font-size:14px;color:#585c68";
  return `<p class="${look}" style="margin:0 0 16px;line-height:1.5;${style}">${escaped(text)}</p>`;
}

function codeBlock(code: string): string {
  // Selecting takes the code without spaces; the distance between the characters is a matter of looks.
  return `<p class="code" style="margin:0 0 24px;padding:16px 8px;border-radius:10px;background:#f1f2f6;color:#16171c;text-align:center;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;font-weight:600;letter-spacing:0.22em">${escaped(code)}</p>`;
}

function actionBlock({ label, link }: NonNullable<LetterText["action"]>): string {
  const address = escaped(link);
  return `<p class="soft" style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#585c68">Or open this link:</p>
<p style="margin:0 0 16px"><a class="action" href="${address}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#4453d6;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p style="margin:0 0 24px;font-size:12px;line-height:1.5;word-break:break-all"><a class="link" href="${address}" style="color:#3a48c8">${address}</a></p>`;
}

/** The letter for mail programs that show HTML: nothing is loaded from anywhere, nothing tells that it was opened. */
export function htmlOf({ subject, opening, code, action, closing }: LetterText, from: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f8;${FONT}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f8"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e3e3e9;border-radius:14px"><tr><td style="padding:32px 28px 16px">
<p class="strong" style="margin:0 0 20px;font-size:15px;font-weight:600;color:#16171c">Sightline</p>
<h1 class="strong" style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600;color:#16171c">${escaped(subject)}</h1>
${opening.map((text) => paragraph(text, "strong")).join("\n")}
${code === undefined ? "" : codeBlock(code)}
${action === undefined ? "" : actionBlock(action)}
${closing.map((text) => paragraph(text, "soft")).join("\n")}
</td></tr></table>
<p class="soft" style="margin:16px 0 0;font-size:12px;line-height:1.5;color:#585c68">Sent by the Sightline server ${escaped(from)}.</p>
</td></tr></table>
</body>
</html>
`;
}

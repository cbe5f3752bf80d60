/** Characters of symbol fonts, which lie in Unicode's private area, as the plain characters they look like. */

const WINGDINGS: Readonly<Record<number, string>> = {
  34: '✂',
  40: '☎',
  41: '✆',
  42: '✉',
  54: '⌛',
  58: '💻',
  70: '☞',
  69: '☜',
  71: '☝',
  72: '☟',
  74: '☺',
  81: '✈',
  82: '☼',
  84: '❄',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  115: '◆',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  120: '☒',
  128: '⓪',
  139: '⓿',
  158: '·',
  159: '•',
  160: '▪',
  161: '○',
  162: '○',
  163: '○',
  164: '◉',
  165: '◎',
  167: '▪',
  168: '□',
  170: '✦',
  171: '★',
  172: '✶',
  178: '✧',
  181: '✪',
  182: '☆',
  216: '➢',
  220: '➲',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  241: '⇧',
  242: '⇩',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '●',
  153: '○',
  154: '○',
  161: '■',
  162: '■',
  163: '□',
  164: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  45: '−',
  68: 'Δ',
  70: 'Φ',
  71: 'Γ',
  76: 'Λ',
  80: 'Π',
  81: 'Θ',
  83: 'Σ',
  87: 'Ω',
  88: 'Ξ',
  89: 'Ψ',
  97: 'α',
  98: 'β',
  99: 'χ',
  100: 'δ',
  101: 'ε',
  102: 'φ',
  103: 'γ',
  104: 'η',
  105: 'ι',
  107: 'κ',
  108: 'λ',
  109: 'μ',
  110: 'ν',
  111: 'ο',
  112: 'π',
  113: 'θ',
  114: 'ρ',
  115: 'σ',
  116: 'τ',
  117: 'υ',
  119: 'ω',
  120: 'ξ',
  121: 'ψ',
  122: 'ζ',
  162: '′',
  163: '≤',
  165: '∞',
  168: '◆',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  197: '⊕',
  199: '∩',
  200: '∪',
  206: '∈',
  208: '∠',
  211: '©',
  213: '∏',
  214: '√',
  215: '⋅',
  222: '⇒',
  229: '∑',
  242: '∫',
};

/** Circled figures of Wingdings: 0x81–0x8A are ①–⑩ in outline, 0x8C–0x95 in white on black. */
function circled(code: number): string | undefined {
  if (code >= 0x81 && code <= 0x8a) return String.fromCharCode(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCharCode(0x2776 + code - 0x8c);
  return undefined;
}

export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && /^(wingdings( [23])?|symbol|webdings|marlett)$/i.test(font.trim());
}

/**
 * The plain character for a character of a symbol font; the character itself where the font is an ordinary one;
 * undefined where nothing is known to stand for it.
 */
export function symbolText(sign: string, font: string | undefined): string | undefined {
  const point = sign.codePointAt(0) ?? 0;
  const symbol = isSymbolFont(font);
  if (!symbol && !(point >= 0xf000 && point <= 0xf0ff)) return sign;
  // A list without a font of its own mostly means Wingdings for 0xF06C…, but 0xF0B7 is the round bullet of Symbol.
  const code = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (code === 0x20) return ' ';
  if (code > 0xff) return sign;
  switch (font?.trim().toLowerCase() ?? '') {
    case 'symbol':
      return SYMBOL[code] ?? (code < 0x7f ? String.fromCharCode(code) : undefined);
    case 'wingdings 2':
      return WINGDINGS_2[code];
    case 'wingdings':
      return WINGDINGS[code] ?? circled(code);
    case 'webdings':
    case 'wingdings 3':
    case 'marlett':
      return undefined;
    default:
      return code === 0xb7 ? '•' : (WINGDINGS[code] ?? circled(code));
  }
}

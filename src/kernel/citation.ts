/** Citations in the official form, 《…》第十一条第一款第三项, and the eIds they stand for. */

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 as the text of the law writes it. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? DIGITS[ones] : ''}`;
}

/** The number that one or two Chinese or Arabic numerals write; `undefined` for anything else. */
export function numberOf(text: string): number | undefined {
  if (/^[0-9]{1,2}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return last === undefined && first !== undefined ? DIGITS.indexOf(first) : undefined;
  return (first === undefined ? 1 : DIGITS.indexOf(first)) * 10 + (last === undefined ? 0 : DIGITS.indexOf(last));
}

const EID = /art_([0-9]+)(?:__para_([0-9]+))?(?:__item_([0-9]+))?(?:__s([0-9]+))?$/;

/**
 * The official citation of an eId. An article with one 款 is cited without it (第十三条第二项).
 *
 * @param hasOneParagraph whether the article has a single 款
 */
export function citation(instrument: string, eId: string, hasOneParagraph: boolean): string {
  const match = EID.exec(eId);
  if (match === null) throw new Error(`not an eId: ${eId}`);
  const [, article, paragraph, item, sentence] = match.map((part) => part && Number(part)) as unknown as number[];
  return [
    `《${instrument}》第${chineseNumber(article as number)}条`,
    paragraph && !hasOneParagraph ? `第${chineseNumber(paragraph)}款` : '',
    item ? `第${chineseNumber(item)}项` : '',
    sentence ? `第${chineseNumber(sentence)}句` : '',
  ].join('');
}

/**
 * The eId that a citation means: 第十一条第一款第三项, 第十三条第（二）项, 11(1)(3) or an eId itself.
 *
 * @param hasOneParagraph says of an article whether it has a single 款, for citations that leave the 款 out
 * @returns `undefined` where the text is no citation
 */
export function eIdOf(text: string, hasOneParagraph: (article: number) => boolean): string | undefined {
  if (EID.test(text)) return text;
  const plain = text.replace(/[（）()]/g, ' ').replace(/^《[^》]*》/, '');
  const arabic = /^ *([0-9]+)(?: +([0-9]+))?(?: +([0-9]+))? *$/.exec(plain);
  const chinese = /^ *第 *(\S+?) *条(?: *第 *(\S+?) *款)?(?: *第 *(\S+?) *项)? *$/.exec(plain);
  const match = arabic ?? chinese;
  if (match === null) return undefined;
  const [article, second, third] = match.slice(1).map((part) => (part === undefined ? undefined : numberOf(part)));
  if (article === undefined) return undefined;
  const one = hasOneParagraph(article);
  const skipped = arabic !== null && one && second !== undefined && third === undefined;
  const paragraph = skipped ? 1 : (second ?? (one ? 1 : undefined));
  const item = skipped ? second : third;
  return [
    `art_${article}`,
    paragraph === undefined ? undefined : `para_${paragraph}`,
    item === undefined ? undefined : `item_${item}`,
  ]
    .filter((part) => part !== undefined)
    .join('__');
}

// What is put into addresses, queries and forms: true things of others, things that are nearly right, and things that are not.

/** Numbers that are the same in every run. */
export class Dice {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** mulberry32: small, and even enough to choose by. */
  roll(sides) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  of(list) {
    return list[this.roll(list.length)];
  }

  once(inSo) {
    return this.roll(inSo) === 0;
  }
}

const WORDS = [
  '', ' ', '0', '-1', '1', '2147483647', '2147483648', '-9223372036854775808', '99999999999999999999', '1e9', 'NaN', '0x10', '٣',
  'true', 'on', 'null', 'undefined', "'", '"', '\\', '%', '%%', '_', "' or 1=1 --", '$1', '{{7*7}}', '${7}', '<script>alert(1)</script>',
  '../../etc/passwd', '/', '//evil.example', 'http://evil.example', 'javascript:alert(1)', '\r\nX-Evil: 1', '\t', '\u0000', '\ufeff', '\u202e', '\ud83e\udd89',
  'é'.repeat(300), 'a'.repeat(5_000), 'ß', 'İ', '\u0301', '=HYPERLINK("x")', '@sum', '[[claim:none]]', '[x](javascript:1)', '2026-02-30', '2026-11-27', '0000-00-00', '9999-12-31',
  '25:61', '10:00', 'en', 'es', 'xx', 'hi', 'him', 'agree', 'restricted', 'student', 'advisors', 'done', 'all', 'new', 'first', 'UTC', '00000000-0000-0000-0000-000000000000',
];
const NAMES = ['q', 'page', 'view', 'after', 'before', 'sort', 'stage', 'result', 'credits', 'advisor', 'no-contact', 'tab', 'week', 'next', 'done', 'kind', 'student', 'from', 'to', 'x'];

export class Values {
  constructor(dice, ids) {
    Object.assign(this, { dice, ids });
  }

  any() {
    return this.dice.once(4) ? this.dice.of(this.ids) : this.dice.of(WORDS);
  }

  /** A door's address with something for each of its places. */
  address(door, places) {
    const filled = door.replace(/\{[^}]+\}/g, (place) => {
      if (this.dice.once(8)) return encodeURIComponent(this.any()) || 'x';
      return encodeURIComponent(this.dice.of(places[place] ?? this.ids));
    });
    if (!this.dice.once(3)) return filled;
    const pairs = Array.from({ length: 1 + this.dice.roll(3) }, () => [this.dice.of(NAMES), this.any()]);
    return `${filled}?${this.dice.once(10) ? this.any().replace(/[^\x21-\x7e]/g, '%F0%9F') : new URLSearchParams(pairs)}`;
  }

  /** The fields of a form, some as they were, some changed, left out, doubled or made up. */
  fields(known) {
    const fields = [];
    for (const [name, value] of known) {
      const way = this.dice.roll(10);
      if (way === 0) continue;
      fields.push([name, way < 5 ? value : this.any()]);
      if (way === 9) fields.push([name, this.any()]);
    }
    if (this.dice.once(5)) fields.push([this.dice.of([...NAMES, 'role', 'id', 'owner', 'student_id', 'form_key', 'seen']), this.any()]);
    return new URLSearchParams(fields).toString();
  }
}

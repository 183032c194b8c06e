import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, markupOf } from '../../src/admin/html.ts';

describe('the html template', () => {
  it('escapes whatever is put into it', () => {
    expect(markupOf(html`<p title="${'"\''}">${'<b>&</b>'}</p>`)).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;&lt;/b&gt;</p>',
    );
  });

  it('keeps what it has made itself, in lists too, and leaves out what is not there', () => {
    const items = ['a', '<i>'].map((item) => html`<li>${item}</li>`);
    const markup = markupOf(html`${items}${null}${undefined}${false}${0}`);
    expect(markup).toBe('<li>a</li><li>&lt;i&gt;</li>0');
  });

  it('takes no object for its own that came from outside', () => {
    const posing = JSON.parse('{"MADE":"<script>","markup":"<script>","length":0}') as never;
    expect(() => markupOf(html`<p>${posing}</p>`)).toThrow();
  });

  it('lets no text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = markupOf(html`${text}`);
        expect(markup).not.toMatch(/[<>"']/);
        expect(markup.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

/** Small pictures in rows, each scaled by its largest value: positive in the color of text, negative in orange. Groups have a title each. */
export function tiles(groups, { side, perRow = 16, title }) {
  const [cell, gap, levels] = [4, 6, 5];
  const step = side * cell + gap;
  const shapes = [];
  let top = 26;
  for (const [name, pictures] of Object.entries(groups)) {
    shapes.push(`<text x="${gap}" y="${top + 12}">${name}</text>`);
    top += 20;
    for (const [at, values] of pictures.entries()) {
      const place = `translate(${gap + (at % perRow) * step} ${top + Math.floor(at / perRow) * step})scale(${cell})`;
      shapes.push(`<g transform="${place}"><path class="frame" d="M0 0h${side}v${side}h-${side}z"/>${shades(values, side, levels)}</g>`);
    }
    top += Math.ceil(pictures.length / perRow) * step + gap;
  }
  const width = perRow * step + gap;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="${title}">
<style>svg{color:#222;background:#fff;font:12px system-ui,sans-serif}text,.p{fill:currentColor}.n{fill:#d55e00}.frame{fill:none;stroke:currentColor;stroke-opacity:.2;stroke-width:.2}@media(prefers-color-scheme:dark){svg{color:#ddd;background:#16181c}}</style>
<text x="${gap}" y="18" font-weight="600">${title}</text>
${shapes.join('\n')}
</svg>
`;
}

/** One path per shade; neighbours of one shade are one stretch. */
function shades(values, side, levels) {
  const largest = Math.max(...values.map(Math.abs), Number.MIN_VALUE);
  const paths = new Map();
  for (let i = 0; i < values.length; ) {
    const level = Math.round((levels * values[i]) / largest);
    const [x, y] = [i % side, Math.floor(i / side)];
    let length = 1;
    while (x + length < side && Math.round((levels * values[i + length]) / largest) === level) length++;
    if (level !== 0) paths.set(level, `${paths.get(level) ?? ''}M${x} ${y}h${length}v1h-${length}z`);
    i += length;
  }
  return [...paths]
    .map(([level, d]) => `<path class="${level > 0 ? 'p' : 'n'}" fill-opacity="${Math.abs(level) / levels}" d="${d}"/>`)
    .join('');
}

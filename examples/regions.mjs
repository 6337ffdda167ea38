/**
 * Pictures of two-class models over two features, side by side: the region where values on a grid [side, side] (first row at the top) are above 0, its
 * edge, and the points of both classes.
 */
export function regions(panels, { side, low, high, points, title }) {
  const [size, gap, top] = [240, 12, 52];
  const at = (v) => Math.round((10 * size * (v - low)) / (high - low)) / 10;
  const dots = points.y.map((label, i) => {
    const [x, y] = [at(points.x.data[2 * i]), size - at(points.x.data[2 * i + 1])];
    return label ? `<path class="one" d="M${x - 3} ${y}h6m-3-3v6"/>` : `<circle class="zero" cx="${x}" cy="${y}" r="2.5"/>`;
  });
  const drawn = panels.map((panel, i) => {
    const d = area(panel.values, side, size / (side - 1));
    return `<g transform="translate(${gap + i * (size + gap)} ${top})"><text y="-8">${panel.title}</text><path class="inside" d="${d}"/>${dots.join('')}<rect class="frame" width="${size}" height="${size}"/></g>`;
  });
  const width = gap + panels.length * (size + gap);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + size + gap}" width="${width}" height="${top + size + gap}" role="img" aria-label="${title}">
<style>svg{color:#222;background:#fff;font:12px system-ui,sans-serif}text{fill:currentColor}.inside{fill:#0072b2;fill-opacity:.18;stroke:#0072b2;stroke-width:.4;stroke-opacity:.18}.one{stroke:#0072b2;stroke-width:1.6;fill:none}.zero{stroke:#d55e00;stroke-width:1.4;fill:none}.frame{fill:none;stroke:currentColor;stroke-opacity:.3}@media(prefers-color-scheme:dark){svg{color:#ddd;background:#16181c}}</style>
<text x="${gap}" y="22" font-weight="600">${title}</text>
${drawn.join('\n')}
</svg>
`;
}

/** The part of each cell where values, linear along its edges, are above 0: one polygon per cell, whole stretches of a row as one. */
function area(values, side, cell) {
  const round = (v) => Math.round(10 * v) / 10;
  const corner = (x, y) => ({ x, y, value: values[y * side + x] });
  let d = '';
  for (let y = 0; y + 1 < side; y++) {
    for (let x = 0; x + 1 < side; x++) {
      const around = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
      if (around.every((c) => c.value > 0)) {
        const from = x;
        while (x + 2 < side && corner(x + 2, y).value > 0 && corner(x + 2, y + 1).value > 0) x++;
        d += `M${round(from * cell)} ${round(y * cell)}H${round((x + 1) * cell)}V${round((y + 1) * cell)}H${round(from * cell)}z`;
        continue;
      }
      const polygon = around.flatMap((a, i) => {
        const b = around[(i + 1) % 4];
        const own = a.value > 0 ? [[a.x, a.y]] : [];
        if (a.value > 0 === b.value > 0) return own;
        const t = a.value / (a.value - b.value);
        return [...own, [a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)]];
      });
      if (polygon.length > 2) d += `M${polygon.map(([px, py]) => `${round(px * cell)} ${round(py * cell)}`).join('L')}z`;
    }
  }
  return d;
}

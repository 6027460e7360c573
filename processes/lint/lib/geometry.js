'use strict';

/** Whether two pieces of line pass through each other, not only touch. */
exports.cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether two pieces of line have a point in common. */
exports.meet = (one, other) => {
  const [[a, b], [c, d]] = [one, other];
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0 && near(one, other);
};

/** Whether a piece of line has a point inside the bounds; their border is not inside. */
exports.runsThrough = (piece, bounds) => {
  const [left, top] = [bounds.x + 1, bounds.y + 1];
  const [right, bottom] = [bounds.x + bounds.width - 1, bounds.y + bounds.height - 1];
  const corners = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
  const [start] = piece;
  const startsInside = start.x >= left && start.x <= right && start.y >= top && start.y <= bottom;
  return startsInside || corners.some((corner, i) => exports.meet(piece, [corner, corners[(i + 1) % 4]]));
};

/** On which side of the line through a and b the point c lies; 0 on the line. */
function side(a, b, c) {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

/** Points on one line pass the test of sides always; this tells whether the pieces reach each other. */
function near([a, b], [c, d]) {
  return ['x', 'y'].every(axis =>
    Math.max(a[axis], b[axis]) >= Math.min(c[axis], d[axis]) && Math.max(c[axis], d[axis]) >= Math.min(a[axis], b[axis]));
}

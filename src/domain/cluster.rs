//! Points that lie close together, drawn as one: greedy circles on an even grid.
//!
//! In the order of the points, each one that is still free gathers every free point
//! within the radius. The same points in the same order give the same clusters. All
//! members are kept, in one list that clusters point into, so that a cluster can be
//! opened as a list and 100,000 points cost a handful of allocations.

/// Points drawn as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The middle of its members.
    pub x: f32,
    pub y: f32,
    start: u32,
    end: u32,
}

impl Cluster {
    /// How many points it stands for.
    #[must_use]
    pub fn size(&self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Every point in exactly one cluster, but for points that are no numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clusters {
    /// In the order of their first members.
    pub list: Vec<Cluster>,
    members: Vec<u32>,
}

impl Clusters {
    /// Indexes of a cluster's points, ascending.
    #[must_use]
    pub fn members(&self, cluster: &Cluster) -> &[u32] {
        self.members.get(cluster.start as usize..cluster.end as usize).unwrap_or_default()
    }
}

/// Clusters of points no farther than `radius` from the first of each.
///
/// A radius of 0 or less joins only points at the same place.
#[must_use]
pub fn cluster(points: &[(f32, f32)], radius: f32) -> Clusters {
    let radius = if radius > 0.0 { radius } else { 0.0 };
    let Some(grid) = Grid::new(points, radius) else { return Clusters::default() };
    // Which cluster each point belongs to; members are then laid out by counting, in order.
    let mut owners: Vec<u32> =
        points.iter().map(|at| if is_point(*at) { FREE } else { NONE }).collect();
    let mut list: Vec<Cluster> = Vec::new();
    for (first, at) in points.iter().enumerate() {
        if owners.get(first) != Some(&FREE) {
            continue;
        }
        let (own, mut n_members, mut sum) = (list.len() as u32, 0u32, (0.0f64, 0.0f64));
        grid.near(*at, |index| {
            let Some((x, y)) = points.get(index as usize) else { return };
            let (dx, dy) = (x - at.0, y - at.1);
            if let Some(owner) = owners.get_mut(index as usize)
                && *owner == FREE
                && dx * dx + dy * dy <= radius * radius
            {
                *owner = own;
                n_members += 1;
                sum = (sum.0 + f64::from(*x), sum.1 + f64::from(*y));
            }
        });
        let n = f64::from(n_members.max(1));
        let start = list.last().map_or(0, |last| last.end);
        let (x, y) = ((sum.0 / n) as f32, (sum.1 / n) as f32);
        list.push(Cluster { x, y, start, end: start + n_members });
    }
    let mut next: Vec<u32> = list.iter().map(|cluster| cluster.start).collect();
    let mut members = vec![0; list.last().map_or(0, |last| last.end as usize)];
    for (index, owner) in owners.iter().enumerate() {
        if let Some(place) = next.get_mut(*owner as usize) {
            if let Some(member) = members.get_mut(*place as usize) {
                *member = index as u32;
            }
            *place += 1;
        }
    }
    Clusters { list, members }
}

/// Marks of points that no cluster has yet, and that none can have.
const FREE: u32 = u32::MAX;
const NONE: u32 = u32::MAX - 1;

fn is_point((x, y): (f32, f32)) -> bool {
    x.is_finite() && y.is_finite()
}

/// Points sorted into square cells at least as wide as the radius.
struct Grid {
    x: f32,
    y: f32,
    cell: f32,
    n_columns: usize,
    n_rows: usize,
    /// Where each cell's points begin in `points`.
    starts: Vec<u32>,
    points: Vec<u32>,
}

impl Grid {
    /// `None` without points.
    fn new(points: &[(f32, f32)], radius: f32) -> Option<Self> {
        let real = || points.iter().copied().filter(|point| is_point(*point));
        let low = real().reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)))?;
        let high = real().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))?;
        let (w, h) = (high.0 - low.0, high.1 - low.1);
        // No more than a few cells a point, however small the radius is.
        let fewest = w.max(h) / ((points.len() as f32).sqrt() * 2.0 + 1.0);
        let cell = radius.max(fewest).max(f32::MIN_POSITIVE);
        let n_columns = (w / cell) as usize + 1;
        let n_rows = (h / cell) as usize + 1;
        let mut grid = Self {
            x: low.0,
            y: low.1,
            cell,
            n_columns,
            n_rows,
            starts: vec![0; n_columns * n_rows + 1],
            points: vec![0; real().count()],
        };
        for point in real() {
            let next = grid.index(point) + 1;
            grid.starts.get_mut(next).into_iter().for_each(|start| *start += 1);
        }
        let mut sum = 0;
        for start in &mut grid.starts {
            sum += *start;
            *start = sum;
        }
        let mut ends = grid.starts.clone();
        for (index, point) in points.iter().enumerate().filter(|(_, point)| is_point(**point)) {
            let Some(end) = ends.get_mut(grid.index(*point)) else { continue };
            let place = grid.points.get_mut(*end as usize);
            place.into_iter().for_each(|place| *place = index as u32);
            *end += 1;
        }
        Some(grid)
    }

    fn column(&self, x: f32) -> usize {
        (((x - self.x) / self.cell) as usize).min(self.n_columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        (((y - self.y) / self.cell) as usize).min(self.n_rows - 1)
    }

    fn index(&self, (x, y): (f32, f32)) -> usize {
        self.row(y) * self.n_columns + self.column(x)
    }

    /// Calls `take` with every point of the cells around a place.
    fn near(&self, (x, y): (f32, f32), mut take: impl FnMut(u32)) {
        let (column, row) = (self.column(x), self.row(y));
        for row in row.saturating_sub(1)..=(row + 1).min(self.n_rows - 1) {
            let first = row * self.n_columns + column.saturating_sub(1);
            let last = row * self.n_columns + (column + 1).min(self.n_columns - 1);
            let range = self.starts.get(first).zip(self.starts.get(last + 1));
            let range = range.map_or(0..0, |(start, end)| *start as usize..*end as usize);
            self.points.get(range).unwrap_or_default().iter().copied().for_each(&mut take);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(n: usize) -> Vec<(f32, f32)> {
        let mut state = 42u64;
        let mut roll = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 40) as f32 / (1u64 << 24) as f32
        };
        (0..n).map(|_| (100.0 + 340.0 * roll(), 60.0 + 850.0 * roll())).collect()
    }

    #[track_caller]
    fn check_partition(points: &[(f32, f32)], radius: f32) {
        let clusters = cluster(points, radius);
        let mut seen: Vec<u32> = Vec::new();
        for one in &clusters.list {
            let members = clusters.members(one);
            assert_eq!(members.len(), one.size());
            assert!(members.windows(2).all(|pair| pair[0] < pair[1]));
            seen.extend(members);
        }
        seen.sort_unstable();
        let all: Vec<u32> = (0..points.len() as u32).collect();
        assert_eq!(seen, all, "radius {radius}");
        assert_eq!(cluster(points, radius), clusters);
    }

    #[test]
    fn every_point_is_in_exactly_one_cluster() {
        for radius in [-1.0, 0.0, 0.001, 5.0, 20.0, 60.0, 300.0, 1e6] {
            check_partition(&points(2_000), radius);
        }
    }

    #[test]
    fn members_lie_within_the_radius_of_the_first() {
        let points = points(500);
        let clusters = cluster(&points, 25.0);
        for one in &clusters.list {
            let members = clusters.members(one);
            let at = |i: u32| points[i as usize];
            let (x, y) = at(members[0]);
            assert!(members.iter().all(|i| (at(*i).0 - x).hypot(at(*i).1 - y) <= 25.001));
        }
        assert!(clusters.list.len() > 20 && clusters.list.len() < 400);
    }

    #[test]
    fn points_at_one_place_are_one_cluster_in_its_middle() {
        let clusters = cluster(&[(7.5, 3.0); 50], 0.0);
        assert_eq!(clusters.list.len(), 1);
        let one = clusters.list[0];
        assert_eq!((one.x, one.y, one.size()), (7.5, 3.0, 50));
        assert_eq!(cluster(&[], 5.0), Clusters::default());
    }

    #[test]
    fn the_middle_is_the_mean_of_the_members() {
        let clusters = cluster(&[(0.0, 0.0), (100.0, 0.0), (4.0, 2.0)], 5.0);
        let middles: Vec<(f32, f32)> = clusters.list.iter().map(|c| (c.x, c.y)).collect();
        assert_eq!(middles, [(2.0, 1.0), (100.0, 0.0)]);
        assert_eq!(clusters.members(&clusters.list[0]), [0, 2]);
    }

    #[test]
    fn points_that_are_no_numbers_are_left_out() {
        let clusters = cluster(&[(f32::NAN, 1.0), (1.0, f32::INFINITY), (1.0, 1.0)], 5.0);
        assert_eq!(clusters.list.len(), 1);
        assert_eq!(clusters.members(&clusters.list[0]), [2]);
        assert_eq!(cluster(&[(f32::NAN, 1.0)], 5.0), Clusters::default());
    }
}

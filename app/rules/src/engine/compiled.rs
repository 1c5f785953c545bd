//! A track's criteria, made ready once: the tree flattened, parents first.

use smallvec::SmallVec;

use super::leaves::{LeafId, Leaves};
use crate::assessment::Path;
use crate::ladder::{Catalogue, Criterion, Group, Rule, TrackVersion};
use crate::timeline::Timeline;

/// One timeline a node, in the order of the nodes.
pub(crate) type PerNode<T> = SmallVec<[T; 16]>;

/// A version of a track, made ready.
pub(crate) struct CompiledVersion<'l> {
    pub(crate) version: &'l TrackVersion,
    /// Every criterion, parent first, in the order of paths.
    pub(crate) nodes: Vec<Node<'l>>,
}

/// A criterion in its place.
pub(crate) struct Node<'l> {
    pub(crate) criterion: &'l Criterion,
    pub(crate) path: Path,
    /// `None` of a group.
    pub(crate) leaf: Option<LeafId>,
    /// The first node that is no longer within this one.
    end: usize,
}

impl<'l> CompiledVersion<'l> {
    pub(crate) fn new(
        version: &'l TrackVersion,
        catalogue: &'l Catalogue,
        leaves: &mut Leaves<'l>,
    ) -> CompiledVersion<'l> {
        let mut nodes = Vec::new();
        let mut leaf = |rule| leaves.of(rule, catalogue);
        add_all(&version.criteria, &Path::default(), &mut leaf, &mut nodes);
        CompiledVersion { version, nodes }
    }

    /// The track's own criteria, by node.
    pub(crate) fn top_level(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.siblings(0, self.nodes.len())
    }

    /// The parts of a group, by node; none of a leaf.
    pub(crate) fn parts(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.siblings(at + 1, self.nodes[at].end)
    }

    fn siblings(&self, from: usize, until: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let first = (from < until).then_some(from);
        let places: SmallVec<[usize; 8]> =
            std::iter::successors(first, move |at| Some(self.nodes[*at].end).filter(|next| *next < until)).collect();
        places.into_iter()
    }

    /// Every leaf.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = LeafId> + '_ {
        self.nodes.iter().filter_map(|node| node.leaf)
    }

    /// A group's own timeline from those of its parts; of a leaf there is none.
    pub(crate) fn combine<'t>(&self, at: usize, timeline: impl Fn(usize) -> &'t Timeline) -> Timeline {
        let mut parts = self.parts(at).map(timeline);
        match self.nodes[at].criterion.rule.group() {
            Some(Group::All(_)) => {
                let first = parts.next().cloned().unwrap_or_default();
                parts.fold(first, |all, part| all.and(part))
            }
            Some(Group::Any(_)) => parts.fold(Timeline::NEVER, |any, part| any.or(part)),
            Some(Group::AtLeast { count, .. }) => {
                let spans = parts.flat_map(|part| part.spans().iter().map(|span| (*span, 1)));
                Timeline::where_sum_reaches(count.into(), spans)
            }
            None => Timeline::NEVER,
        }
    }
}

fn add_all<'l>(
    criteria: &'l [Criterion],
    parent: &Path,
    leaf: &mut impl FnMut(&'l Rule) -> Option<LeafId>,
    nodes: &mut Vec<Node<'l>>,
) {
    for (position, criterion) in criteria.iter().enumerate() {
        let (at, path) = (nodes.len(), parent.part(position));
        nodes.push(Node { criterion, path: path.clone(), leaf: leaf(&criterion.rule), end: 0 });
        add_all(criterion.rule.parts(), &path, leaf, nodes);
        nodes[at].end = nodes.len();
    }
}

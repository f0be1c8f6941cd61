//! Postings: for each form, the documents it occurs in and what it weighs there.

/// The lists of all forms, one after the other.
pub(super) struct Postings {
    /// For each form, where its list starts; one more entry ends the last.
    starts: Vec<u32>,
    /// Document number in the high 24 bits, weight in the low 8.
    list: Vec<u32>,
}

/// A field of a document: its number, the weight of its words, and their forms.
pub(super) type Field<'tokens> = (u32, u32, &'tokens [u32]);

/// What is done with each field in turn.
pub(super) type Visit<'visit> = &'visit mut dyn FnMut(Field);

/// A word that comes again weighs this much more, three times at most.
const REPEAT: u32 = 6;

impl Postings {
    /// The postings of fields that come document by document; `fields` is called twice, to
    /// count and to fill. Numbers that are no form are passed over.
    pub(super) fn new(n_forms: usize, fields: &dyn Fn(Visit)) -> Postings {
        let mut starts = vec![0_u32; n_forms + 1];
        let mut last = vec![u32::MAX; n_forms];
        fields(&mut |(document, _, forms)| {
            for &form in forms {
                let slots = last.get_mut(form as usize).zip(starts.get_mut(form as usize));
                if let Some((last, count)) = slots
                    && *last != document
                {
                    *last = document;
                    *count += 1;
                }
            }
        });
        let mut total = 0;
        for start in &mut starts {
            total += core::mem::replace(start, total);
        }
        let mut ends = starts.clone();
        let mut list = vec![u32::MAX; total as usize];
        fields(&mut |(document, weight, forms)| {
            for &form in forms {
                let Some(end) = ends.get_mut(form as usize) else { continue };
                let is_first = starts.get(form as usize) == Some(end);
                let place = *end as usize - usize::from(!is_first);
                match list.get_mut(place) {
                    Some(posting) if !is_first && *posting >> 8 == document => {
                        let known = *posting & 0xFF;
                        let more = if known < weight + 3 * REPEAT { REPEAT } else { 0 };
                        *posting = document << 8 | (known.max(weight) + more).min(0xFF);
                    }
                    _ => {
                        if let Some(posting) = list.get_mut(*end as usize) {
                            *posting = document << 8 | weight.min(0xFF);
                        }
                        *end += 1;
                    }
                }
            }
        });
        Postings { starts, list }
    }

    /// Where a form occurs: document number and weight.
    pub(super) fn of(&self, form: usize) -> impl Iterator<Item = (usize, u32)> {
        let list = slice(&self.starts, &self.list, form, 1);
        list.iter().map(|&posting| ((posting >> 8) as usize, posting & 0xFF))
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.starts.len() + self.list.len())
    }
}

/// The parts `place` to `place + n_parts` of a list cut up at `starts`.
pub(super) fn slice<'list>(
    starts: &[u32],
    list: &'list [u32],
    place: usize,
    n_parts: usize,
) -> &'list [u32] {
    let ends = starts.get(place).zip(starts.get(place.saturating_add(n_parts)));
    ends.and_then(|(&start, &end)| list.get(start as usize..end as usize)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_postings(fields: &[Field], form: usize, expected: &[(usize, u32)]) {
        let postings = Postings::new(3, &|visit| fields.iter().for_each(|&field| visit(field)));
        assert_eq!(postings.of(form).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_document_comes_once_with_its_best_field() {
        let fields: [Field; 3] = [(0, 200, &[1, 2]), (0, 60, &[1]), (4, 60, &[1])];
        check_postings(&fields, 1, &[(0, 200), (4, 60)]);
        check_postings(&fields, 2, &[(0, 200)]);
        check_postings(&fields, 0, &[]);
        check_postings(&fields, 9, &[]);
    }

    #[test]
    fn repeats_count_three_times_at_most() {
        check_postings(&[(0, 60, &[0, 0])], 0, &[(0, 66)]);
        check_postings(&[(0, 60, &[0; 9])], 0, &[(0, 78)]);
    }

    #[test]
    fn gaps_are_no_forms() {
        check_postings(&[(0, 60, &[u32::MAX, 0])], 0, &[(0, 60)]);
    }
}

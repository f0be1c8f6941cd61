//! What the self-check says around its questions.

use serde::{Deserialize, Serialize};

use super::super::interface::words;

words! {
    /// The words of the self-check; `{n}` and other names in braces are filled in.
    QuizPhrases {
        // The start.
        start_title, mode_quick, mode_quick_text, mode_full, mode_full_text, mode_domain,
        mode_domain_text, mode_practice, mode_practice_text, domain_label, age_label, age_all,
        age_child, age_teen, age_adult, age_senior, start_button, waiting, failed, retry,
        resume_title, resume, restart, memory_only, dropped, bank_changed,
        barriers_title, barriers_lead, barrier_step, code_link,
        // What a person believes, before the first question.
        belief_title, belief_note, belief_go, belief_skip,
        // A question.
        back, progress, progress_practice, hint_single, hint_multi, hint_order, hint_match,
        hint_tap, hint_spot, hint_marks, up, down, moved, choose, dont_know, answer, kept, error,
        error_choose, error_match, error_spot, verdict_scam, verdict_genuine, verdict_unsure,
        view_sms, view_chat, view_call, view_email, view_post, view_portal, view_app, view_search,
        drawn, listen,
        // What follows an answer.
        right, nearly, wrong, unknown, each, key, yours, yours_right, sign, sign_missed, sign_false,
        no_sign, right_place, right_partner, your_partner, marked, today, lesson, next, see_result,
        result_now, read_only, stop,
        // The result.
        result_kicker, level_one, level_two, zone_one, zone_two, zone_1, zone_2, zone_3, lead_one, lead_two, lead_zone,
        lead_few, stairs, stairs_zone, well, well_none, steps, step_today, step_lesson, step_person, step_place,
        steps_none, belief_table, belief_column, belief_thought, belief_done, belief_higher,
        belief_lower, belief_same, belief_few, not_enough, spots, spots_missed, spots_doubted,
        domains, domains_note, domain_strong, domain_first, domain_same, more,
        take, code_label, code_note, qr_label, qr_note, copy, copied, share, print_title,
        print_name, print_name_note, paper, paper_a4, paper_a5, print, sheet, sheet_bank,
        sheet_week, sheet_name, not_official, again, change_up, change_down, change_none,
        erase, erased,
        // Results that are opened again.
        open_title, open_field, open_hint, open_button, open_bad, open_propose, open_yes,
        open_level, open_form, open_foreign, open_damaged, open_mode_quick, open_mode_full,
        open_mode_domain, open_mode_class,
    }
}

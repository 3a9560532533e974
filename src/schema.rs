//! The tables as diesel prints them.

pub mod sql_types {
    #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
    #[diesel(postgres_type(name = "tsvector", schema = "pg_catalog"))]
    pub struct Tsvector;
}

diesel::table! {
    accreditation (catalog_id, program, position) {
        catalog_id -> Uuid,
        program -> Text,
        position -> Int2,
        body -> Text,
        scope -> Text,
        status -> Text,
        since -> Nullable<Date>,
        until -> Nullable<Date>,
    }
}

diesel::table! {
    accreditation_translation (catalog_id, program, position, locale) {
        catalog_id -> Uuid,
        program -> Text,
        position -> SmallInt,
        locale -> Text,
        scope -> Text,
        status -> Text,
    }
}

diesel::table! {
    advice (id) {
        id -> Uuid,
        result_id -> Uuid,
        author_id -> Uuid,
        author -> Text,
        verdict -> Text,
        reason -> Nullable<Text>,
        words -> Text,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    anchor (questionnaire_id, position) {
        questionnaire_id -> Uuid,
        position -> Int2,
        value -> Nullable<Int2>,
        label -> Text,
    }
}

diesel::table! {
    anchor_translation (questionnaire_id, position, locale) {
        questionnaire_id -> Uuid,
        position -> SmallInt,
        locale -> Text,
        label -> Text,
    }
}

diesel::table! {
    answer (attempt_id, item) {
        attempt_id -> Uuid,
        questionnaire_id -> Uuid,
        item -> Text,
        value -> Nullable<Int2>,
        answered_at -> Timestamptz,
    }
}

diesel::table! {
    assignment (id) {
        id -> Uuid,
        student_id -> Uuid,
        advisor_id -> Uuid,
        given_by -> Nullable<Uuid>,
        since -> Timestamptz,
        until -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    attempt (id) {
        id -> Uuid,
        student_id -> Nullable<Uuid>,
        questionnaire_id -> Uuid,
        started_at -> Timestamptz,
        saved_at -> Timestamptz,
        submitted_at -> Nullable<Timestamptz>,
        session_id -> Nullable<Uuid>,
        held_until -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    audit (id) {
        id -> Uuid,
        at -> Timestamptz,
        actor_id -> Nullable<Uuid>,
        action -> Text,
        subject -> Text,
        subject_id -> Nullable<Uuid>,
        student_id -> Nullable<Uuid>,
        request_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    calibration (student_id) {
        student_id -> Uuid,
        version -> Int4,
        scoring -> Text,
        recommended -> Text,
        way -> Text,
    }
}

diesel::table! {
    catalog (id) {
        id -> Uuid,
        number -> Int4,
        status -> Text,
        effective -> Date,
        transfer_cap_percent -> Int2,
        created_at -> Timestamptz,
        published_at -> Nullable<Timestamptz>,
        based_on -> Nullable<Uuid>,
        revision -> Int4,
        edited_at -> Nullable<Timestamptz>,
        form_key -> Nullable<Uuid>,
    }
}

diesel::table! {
    chore (name) {
        name -> Text,
        due_at -> Timestamptz,
        lease -> Nullable<Uuid>,
        leased_until -> Nullable<Timestamptz>,
        done_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    claim (key) {
        key -> Text,
        program -> Text,
        topic -> Text,
        fact -> Nullable<Text>,
        historical -> Bool,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    claim_revision (id) {
        id -> Uuid,
        claim_key -> Text,
        number -> Int4,
        status -> Text,
        label -> Text,
        value -> Nullable<Float8>,
        text -> Nullable<Text>,
        unit -> Text,
        statistic -> Text,
        population -> Text,
        soc -> Nullable<Text>,
        area -> Text,
        period_start -> Text,
        period_end -> Nullable<Text>,
        source -> Text,
        disclaimer -> Nullable<Text>,
        checked -> Text,
        reviewed_on -> Nullable<Date>,
        review_due -> Nullable<Date>,
        note -> Nullable<Text>,
        why -> Text,
        author_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        published_at -> Nullable<Timestamptz>,
        expires_on -> Nullable<Date>,
    }
}

diesel::table! {
    claim_translation (revision_id, locale) {
        revision_id -> Uuid,
        locale -> Text,
        label -> Text,
        text -> Nullable<Text>,
        population -> Text,
        area -> Text,
        note -> Nullable<Text>,
        author_id -> Nullable<Uuid>,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    comparison_pair (position) {
        position -> Int2,
        label -> Text,
        hi -> Text,
        him -> Text,
    }
}

diesel::table! {
    content_change (id) {
        id -> Int8,
        at -> Timestamptz,
    }
}

diesel::table! {
    data_request (id) {
        id -> Uuid,
        student_id -> Nullable<Uuid>,
        kind -> Text,
        words -> Text,
        should_say -> Text,
        asked_at -> Timestamptz,
        due_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
        decision -> Nullable<Text>,
        decided_at -> Nullable<Timestamptz>,
        decided_by -> Nullable<Uuid>,
        reason -> Text,
        released_until -> Nullable<Timestamptz>,
        statement -> Text,
        stated_at -> Nullable<Timestamptz>,
        form_key -> Uuid,
    }
}

diesel::table! {
    desk (advisor_id) {
        advisor_id -> Uuid,
        students -> Int4,
        last_given_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    digest (owner_id, day) {
        owner_id -> Uuid,
        day -> Date,
        sent_at -> Timestamptz,
    }
}

diesel::table! {
    default_content (hash) {
        hash -> Bytea,
        installed_at -> Timestamptz,
    }
}
diesel::table! {
    dimension (questionnaire_id, code) {
        questionnaire_id -> Uuid,
        code -> Text,
        position -> Int2,
        weight -> Int2,
        hi_pole -> Text,
        him_pole -> Text,
    }
}

diesel::table! {
    dimension_translation (questionnaire_id, code, locale) {
        questionnaire_id -> Uuid,
        code -> Text,
        locale -> Text,
        hi_pole -> Text,
        him_pole -> Text,
    }
}

diesel::table! {
    disclaimer (key) {
        key -> Text,
        text -> Text,
    }
}

diesel::table! {
    disclaimer_translation (disclaimer, locale) {
        disclaimer -> Text,
        locale -> Text,
        text -> Text,
    }
}

diesel::table! {
    disclosure (id) {
        id -> Uuid,
        student_id -> Uuid,
        disclosed_on -> Date,
        to_whom -> Text,
        what -> Text,
        why -> Text,
        recorded_by -> Uuid,
        recorder -> Text,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    draft (id) {
        id -> Uuid,
        author_id -> Uuid,
        student_id -> Uuid,
        body -> Text,
        level -> Text,
        contact_on -> Text,
        contact_how -> Nullable<Text>,
        topic -> Nullable<Text>,
        form_key -> Uuid,
        saved_at -> Timestamptz,
    }
}

diesel::table! {
    email_change (id) {
        id -> Uuid,
        person_id -> Uuid,
        old_email -> Text,
        old_key -> Text,
        new_email -> Text,
        new_key -> Text,
        asked_at -> Timestamptz,
        done_at -> Nullable<Timestamptz>,
        undone_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    erased_outcome (questionnaire_id, scoring, outcome, month) {
        questionnaire_id -> Uuid,
        scoring -> Text,
        outcome -> Text,
        month -> Date,
        count -> Int4,
    }
}

diesel::table! {
    export (id) {
        id -> Uuid,
        person_id -> Uuid,
        purpose -> Text,
        query -> Text,
        students -> Nullable<Int4>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    figure (report, a, b) {
        report -> Text,
        a -> Text,
        b -> Text,
        students -> Int8,
        counted_at -> Timestamptz,
    }
}

diesel::table! {
    figure_correction (revision_id, person_id) {
        revision_id -> Uuid,
        person_id -> Uuid,
        told_id -> Uuid,
        told_at -> Timestamptz,
        asked_by -> Nullable<Uuid>,
        asked_at -> Timestamptz,
        written_at -> Nullable<Timestamptz>,
        letter_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    follow_up (id) {
        id -> Uuid,
        student_id -> Uuid,
        owner_id -> Nullable<Uuid>,
        author_id -> Uuid,
        author -> Text,
        words -> Text,
        due_on -> Date,
        is_shared -> Bool,
        state -> Text,
        outcome -> Text,
        settled_at -> Nullable<Timestamptz>,
        settled_by -> Nullable<Uuid>,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    half_sign_in (hash) {
        hash -> Bytea,
        person_id -> Uuid,
        verified -> Text,
        owes -> Text,
        code_hash -> Nullable<Bytea>,
        created_at -> Timestamptz,
        session_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    impact (id) {
        id -> Uuid,
        questionnaire_id -> Uuid,
        revision -> Int4,
        results -> Int4,
        done -> Int4,
        last_result -> Nullable<Uuid>,
        unlike -> Int4,
        moves -> Jsonb,
        begun_at -> Timestamptz,
        done_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    invitation (id) {
        id -> Uuid,
        email -> Text,
        email_key -> Text,
        full_name -> Text,
        role -> Text,
        invited_by -> Uuid,
        form_key -> Uuid,
        created_at -> Timestamptz,
        accepted_at -> Nullable<Timestamptz>,
        taken_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    invitation_list (form_key) {
        form_key -> Uuid,
        sent_by -> Uuid,
        people -> Int4,
        sent_at -> Timestamptz,
    }
}

diesel::table! {
    item (questionnaire_id, name) {
        questionnaire_id -> Uuid,
        name -> Text,
        position -> Int2,
        part -> Int2,
        dimension -> Text,
        key -> Int2,
        text -> Text,
    }
}

diesel::table! {
    item_translation (questionnaire_id, name, locale) {
        questionnaire_id -> Uuid,
        name -> Text,
        locale -> Text,
        text -> Text,
    }
}

diesel::table! {
    job (id) {
        id -> Uuid,
        kind -> Text,
        owner_id -> Uuid,
        facts -> Jsonb,
        students -> Int4,
        form_key -> Uuid,
        begun_at -> Nullable<Timestamptz>,
        done_at -> Nullable<Timestamptz>,
        lease -> Nullable<Uuid>,
        leased_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    job_item (job_id, student_id) {
        job_id -> Uuid,
        student_id -> Uuid,
        state -> Text,
        reason -> Nullable<Text>,
        tries -> Int2,
        settled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    known_device (person_id, hash) {
        person_id -> Uuid,
        hash -> Bytea,
        seen_at -> Timestamptz,
    }
}

diesel::table! {
    ladder (catalog_id, key) {
        catalog_id -> Uuid,
        key -> Text,
        position -> Int2,
        title -> Text,
        era -> Text,
        note -> Text,
    }
}

diesel::table! {
    ladder_translation (catalog_id, key, locale) {
        catalog_id -> Uuid,
        key -> Text,
        locale -> Text,
        title -> Text,
        note -> Text,
    }
}

diesel::table! {
    letter (id) {
        id -> Uuid,
        kind -> Text,
        person_id -> Nullable<Uuid>,
        result_id -> Nullable<Uuid>,
        to_name -> Text,
        to_email -> Text,
        reply_to -> Nullable<Text>,
        locale -> Text,
        facts -> Jsonb,
        sealed_token -> Nullable<Bytea>,
        message_id -> Text,
        state -> Text,
        tries -> Int2,
        next_try_at -> Timestamptz,
        leased_until -> Nullable<Timestamptz>,
        lease -> Nullable<Uuid>,
        subject -> Nullable<Text>,
        body_text -> Nullable<Text>,
        body_html -> Nullable<Text>,
        server_words -> Nullable<Text>,
        form_key -> Nullable<Uuid>,
        created_at -> Timestamptz,
        settled_at -> Nullable<Timestamptz>,
        calendar -> Nullable<Text>,
    }
}

diesel::table! {
    letter_about (letter_id, student_id) {
        letter_id -> Uuid,
        student_id -> Uuid,
    }
}

diesel::table! {
    letter_claim (letter_id, revision_id) {
        letter_id -> Uuid,
        revision_id -> Uuid,
    }
}

diesel::table! {
    letter_try (letter_id, number) {
        letter_id -> Uuid,
        number -> Int2,
        at -> Timestamptz,
        state -> Text,
        words -> Text,
    }
}

diesel::table! {
    letter_wording (id) {
        id -> Uuid,
        kind -> Text,
        locale -> Text,
        number -> Int4,
        status -> Text,
        words -> Jsonb,
        why -> Text,
        author_id -> Nullable<Uuid>,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    meeting (id) {
        id -> Uuid,
        student_id -> Uuid,
        state -> Text,
        reason -> Text,
        day_parts -> Array<Text>,
        good_times -> Text,
        asked_at -> Nullable<Timestamptz>,
        advisor_id -> Nullable<Uuid>,
        starts_at -> Nullable<Timestamptz>,
        ends_at -> Nullable<Timestamptz>,
        place -> Nullable<Text>,
        set_at -> Nullable<Timestamptz>,
        sequence -> Int4,
        move_asked_at -> Nullable<Timestamptz>,
        move_words -> Text,
        settled_at -> Nullable<Timestamptz>,
        settled_by -> Nullable<Uuid>,
        cancel_words -> Text,
        reminded_at -> Nullable<Timestamptz>,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    note (id) {
        id -> Uuid,
        student_id -> Uuid,
        author_id -> Uuid,
        author -> Text,
        author_role -> Text,
        level -> Text,
        body -> Text,
        contact_on -> Nullable<Date>,
        contact_how -> Nullable<Text>,
        topic -> Nullable<Text>,
        form_key -> Uuid,
        created_at -> Timestamptz,
        number -> Int2,
        changed_at -> Timestamptz,
        edited_at -> Nullable<Timestamptz>,
        removed_at -> Nullable<Timestamptz>,
        removed_by -> Nullable<Uuid>,
        remover -> Text,
        removal_reason -> Text,
    }
}

diesel::table! {
    note_addendum (id) {
        id -> Uuid,
        note_id -> Uuid,
        author -> Text,
        author_role -> Text,
        body -> Text,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    note_revision (note_id, number) {
        note_id -> Uuid,
        number -> Int2,
        level -> Text,
        body -> Text,
        contact_on -> Nullable<Date>,
        contact_how -> Nullable<Text>,
        topic -> Nullable<Text>,
        written_at -> Timestamptz,
        form_key -> Uuid,
    }
}

diesel::table! {
    note_seen (reader_id, student_id) {
        reader_id -> Uuid,
        student_id -> Uuid,
        seen_at -> Timestamptz,
    }
}

diesel::table! {
    outcome (id) {
        id -> Uuid,
        student_id -> Uuid,
        way -> Text,
        told_on -> Date,
        source -> Text,
        told_by -> Nullable<Uuid>,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    page (slug) {
        slug -> Text,
        position -> Int2,
        created_at -> Timestamptz,
        owner_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    page_attestation (id) {
        id -> Uuid,
        revision_id -> Uuid,
        by_id -> Nullable<Uuid>,
        at -> Timestamptz,
        review_due -> Date,
        form_key -> Uuid,
    }
}

diesel::table! {
    page_revision (id) {
        id -> Uuid,
        page_slug -> Text,
        number -> Int4,
        status -> Text,
        title -> Text,
        lead -> Text,
        hint -> Text,
        body -> Text,
        author -> Text,
        employer -> Text,
        relationship -> Text,
        content_type -> Text,
        review_due -> Nullable<Date>,
        why -> Text,
        author_id -> Nullable<Uuid>,
        form_key -> Uuid,
        created_at -> Timestamptz,
        published_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    page_schedule (page_slug) {
        page_slug -> Text,
        revision_id -> Uuid,
        goes_live_at -> Timestamptz,
        set_by -> Nullable<Uuid>,
        set_at -> Timestamptz,
        refused_at -> Nullable<Timestamptz>,
        refusal -> Text,
    }
}

diesel::table! {
    page_translation (revision_id, locale) {
        revision_id -> Uuid,
        locale -> Text,
        title -> Text,
        lead -> Text,
        hint -> Text,
        relationship -> Text,
        body -> Text,
        author_id -> Nullable<Uuid>,
        written_at -> Timestamptz,
    }
}

diesel::table! {
    person (id) {
        id -> Uuid,
        role -> Text,
        full_name -> Text,
        email -> Text,
        email_key -> Text,
        password_hash -> Text,
        locale -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Nullable<Timestamptz>,
        deactivated_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    profile (student_id) {
        student_id -> Uuid,
        called -> Text,
        education -> Nullable<Text>,
        credits -> Nullable<Int2>,
        unit -> Nullable<Text>,
        years -> Nullable<Int2>,
        pace -> Nullable<Text>,
        cost -> Nullable<Text>,
        supervise -> Nullable<Text>,
        setting -> Nullable<Text>,
        pay -> Nullable<Text>,
        matters -> Nullable<Text>,
        saved_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    program (catalog_id, slug) {
        catalog_id -> Uuid,
        slug -> Text,
        position -> Int2,
        field -> Text,
        title -> Text,
        award -> Text,
        entry -> Text,
        credits -> Int2,
        transfer_cap_percent -> Nullable<Int2>,
        summary -> Text,
        leads_to -> Text,
        length -> Text,
        cost_note -> Text,
        entry_note -> Text,
        disclosure_status -> Text,
        disclosure_text -> Text,
        disclosure_url -> Nullable<Text>,
        disclosure_as_of -> Nullable<Date>,
        credential -> Nullable<Text>,
        jobs -> Text,
        occupation -> Nullable<Text>,
        outcomes -> Text,
    }
}

diesel::table! {
    program_translation (catalog_id, slug, locale) {
        catalog_id -> Uuid,
        slug -> Text,
        locale -> Text,
        title -> Text,
        summary -> Text,
        leads_to -> Text,
        length -> Text,
        cost_note -> Text,
        entry_note -> Text,
        disclosure_text -> Text,
        credential -> Nullable<Text>,
        jobs -> Text,
        outcomes -> Text,
    }
}

diesel::table! {
    questionnaire (id) {
        id -> Uuid,
        number -> Int4,
        status -> Text,
        scoring -> Text,
        stem -> Text,
        lean -> Int2,
        clear -> Int2,
        min_answered -> Int2,
        low_variation_same -> Int2,
        many_unsure -> Int2,
        created_at -> Timestamptz,
        published_at -> Nullable<Timestamptz>,
        based_on -> Nullable<Uuid>,
        revision -> Int4,
        edited_at -> Nullable<Timestamptz>,
        form_key -> Nullable<Uuid>,
    }
}

diesel::table! {
    questionnaire_translation (questionnaire_id, locale) {
        questionnaire_id -> Uuid,
        locale -> Text,
        stem -> Text,
    }
}

diesel::table! {
    recovery_code (person_id, hash) {
        person_id -> Uuid,
        hash -> Bytea,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    registration (email_key) {
        email_key -> Text,
        email -> Text,
        full_name -> Text,
        password_hash -> Text,
        locale -> Text,
        created_at -> Timestamptz,
        is_contested -> Bool,
        attempt_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    resend (letter_id) {
        letter_id -> Uuid,
        of_id -> Uuid,
        sent_by -> Uuid,
        sender -> Text,
        reason -> Text,
    }
}

diesel::table! {
    result (id) {
        id -> Uuid,
        attempt_id -> Uuid,
        student_id -> Uuid,
        questionnaire_id -> Uuid,
        catalog_id -> Nullable<Uuid>,
        scoring -> Text,
        outcome -> Text,
        reason -> Nullable<Text>,
        flags -> Array<Text>,
        points -> Int2,
        hi -> Int2,
        him -> Int2,
        answered -> Int2,
        item_count -> Int2,
        contributions -> Jsonb,
        profile -> Jsonb,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    roster_entry (id) {
        id -> Uuid,
        school_id -> Nullable<Text>,
        full_name -> Text,
        email -> Text,
        email_key -> Text,
        advisor_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    roster_import (id) {
        id -> Uuid,
        uploaded_by -> Uuid,
        file_name -> Text,
        file -> Nullable<Bytea>,
        form_key -> Uuid,
        state -> Text,
        problem -> Nullable<Text>,
        detail -> Text,
        expected -> Int4,
        read -> Int4,
        mark -> Nullable<Text>,
        has_changed -> Bool,
        applied_at -> Nullable<Timestamptz>,
        applied_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
        lease -> Nullable<Uuid>,
        leased_until -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    roster_line (import_id, number) {
        import_id -> Uuid,
        number -> Int4,
        school_id -> Nullable<Text>,
        full_name -> Text,
        email -> Text,
        email_key -> Nullable<Text>,
        advisor_key -> Nullable<Text>,
        fate -> Nullable<Text>,
        problem -> Nullable<Text>,
        twin -> Nullable<Int4>,
        entry_id -> Nullable<Uuid>,
        advisor_id -> Nullable<Uuid>,
        before -> Nullable<Jsonb>,
        is_other -> Bool,
        invitation -> Nullable<Text>,
    }
}

diesel::table! {
    rung (catalog_id, ladder, position) {
        catalog_id -> Uuid,
        ladder -> Text,
        position -> Int2,
        title -> Text,
        level -> Text,
        start_audience -> Array<Text>,
        start_credits -> Int2,
        end_credits -> Int2,
        credit_system -> Text,
        field -> Nullable<Text>,
        leads_to -> Nullable<Text>,
    }
}

diesel::table! {
    rung_translation (catalog_id, ladder, position, locale) {
        catalog_id -> Uuid,
        ladder -> Text,
        position -> SmallInt,
        locale -> Text,
        title -> Text,
        start_audience -> Array<Text>,
        leads_to -> Nullable<Text>,
    }
}

diesel::table! {
    saved_part (attempt_id, part) {
        attempt_id -> Uuid,
        part -> Int2,
        saved_at -> Timestamptz,
    }
}

diesel::table! {
    second_factor (person_id) {
        person_id -> Uuid,
        sealed_seed -> Bytea,
        last_step -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    selection (id) {
        id -> Uuid,
        person_id -> Uuid,
        students -> Int4,
        form_key -> Uuid,
        moved_to -> Nullable<Uuid>,
        moved_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    selection_item (selection_id, student_id) {
        selection_id -> Uuid,
        student_id -> Uuid,
        advisor_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    session (hash) {
        hash -> Bytea,
        id -> Uuid,
        person_id -> Nullable<Uuid>,
        device -> Text,
        created_at -> Timestamptz,
        seen_at -> Timestamptz,
        confirmed_at -> Timestamptz,
        locale -> Nullable<Text>,
    }
}

diesel::table! {
    saved_view (id) {
        id -> Uuid,
        person_id -> Uuid,
        name -> Text,
        query -> Text,
        form_key -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    setting (single) {
        single -> Bool,
        school -> Text,
        zone -> Text,
        credit_unit -> Text,
        email_domains -> Array<Text>,
        letters_scores -> Bool,
        assign_by -> Text,
        keep_students_months -> Int2,
        keep_letters_months -> Int2,
        keep_registrations_days -> Int2,
        digest_hour -> Int2,
    }
}

diesel::table! {
    setting_change (number) {
        number -> Int4,
        changed_by -> Uuid,
        at -> Timestamptz,
        before -> Jsonb,
        after -> Jsonb,
        takes_back -> Nullable<Int4>,
    }
}

diesel::table! {
    shred (letter_id) {
        letter_id -> Uuid,
        since -> Timestamptz,
    }
}

diesel::table! {
    share (id) {
        id -> Uuid,
        result_id -> Uuid,
        label -> Text,
        parts -> Array<Text>,
        hash -> Bytea,
        sealed_token -> Bytea,
        form_key -> Uuid,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        revoked_at -> Nullable<Timestamptz>,
        views -> Int4,
        last_viewed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    source (key) {
        key -> Text,
        title -> Text,
        publisher -> Text,
        url -> Nullable<Text>,
        published -> Nullable<Text>,
        retrieved -> Nullable<Text>,
        licence -> Nullable<Text>,
    }
}

diesel::table! {
    source_translation (source, locale) {
        source -> Text,
        locale -> Text,
        title -> Text,
        publisher -> Text,
        licence -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::sql_types::Tsvector;

    standing (student_id) {
        student_id -> Uuid,
        advisor_id -> Nullable<Uuid>,
        status -> Text,
        rank -> Int2,
        place -> Int8,
        outcome -> Nullable<Text>,
        credits -> Int4,
        seen_day -> Int4,
        last_contact_on -> Nullable<Date>,
        name_key -> Text,
        words -> Tsvector,
        turns_at -> Nullable<Timestamptz>,
        cell -> Int2,
        joined_on -> Nullable<Date>,
        reached -> Int2,
        version -> Nullable<Int4>,
        advice -> Nullable<Text>,
        advice_reason -> Nullable<Text>,
    }
}

diesel::table! {
    student (person_id) {
        person_id -> Uuid,
        advisor_id -> Nullable<Uuid>,
        newest_result_id -> Nullable<Uuid>,
        newest_result_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        looked_at -> Nullable<Timestamptz>,
        follow_up_due -> Nullable<Date>,
        call_asked_at -> Nullable<Timestamptz>,
        meeting_at -> Nullable<Timestamptz>,
        last_contact_on -> Nullable<Date>,
        outcome_asked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    suppression (id) {
        id -> Uuid,
        email_key -> Text,
        since -> Timestamptz,
        words -> Text,
        lifted_at -> Nullable<Timestamptz>,
        lifted_by -> Nullable<Uuid>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    tally (id) {
        id -> Int8,
        whose -> Uuid,
        cell -> Int2,
        students -> Int4,
        is_sum -> Bool,
    }
}

diesel::table! {
    throttle (key) {
        key -> Bytea,
        count -> Int4,
        since -> Timestamptz,
        open_again -> Timestamptz,
    }
}

diesel::table! {
    token (id) {
        id -> Uuid,
        purpose -> Text,
        hash -> Bytea,
        email_key -> Text,
        person_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    wording (id) {
        id -> Int8,
        kind -> Text,
        subject -> Text,
        locale -> Text,
        words -> Jsonb,
        author_id -> Nullable<Uuid>,
        replaced_at -> Timestamptz,
    }
}

diesel::joinable!(advice -> person (author_id));
diesel::joinable!(advice -> result (result_id));
diesel::joinable!(anchor -> questionnaire (questionnaire_id));
diesel::joinable!(assignment -> student (student_id));
diesel::joinable!(attempt -> questionnaire (questionnaire_id));
diesel::joinable!(attempt -> student (student_id));
diesel::joinable!(calibration -> student (student_id));
diesel::joinable!(claim_revision -> claim (claim_key));
diesel::joinable!(claim_revision -> disclaimer (disclaimer));
diesel::joinable!(claim_revision -> person (author_id));
diesel::joinable!(claim_revision -> source (source));
diesel::joinable!(claim_translation -> claim_revision (revision_id));
diesel::joinable!(claim_translation -> person (author_id));
diesel::joinable!(data_request -> student (student_id));
diesel::joinable!(desk -> person (advisor_id));
diesel::joinable!(digest -> person (owner_id));
diesel::joinable!(dimension -> questionnaire (questionnaire_id));
diesel::joinable!(disclaimer_translation -> disclaimer (disclaimer));
diesel::joinable!(disclosure -> student (student_id));
diesel::joinable!(draft -> person (author_id));
diesel::joinable!(draft -> student (student_id));
diesel::joinable!(email_change -> person (person_id));
diesel::joinable!(erased_outcome -> questionnaire (questionnaire_id));
diesel::joinable!(export -> person (person_id));
diesel::joinable!(figure_correction -> letter (letter_id));
diesel::joinable!(follow_up -> student (student_id));
diesel::joinable!(half_sign_in -> person (person_id));
diesel::joinable!(impact -> questionnaire (questionnaire_id));
diesel::joinable!(invitation_list -> person (sent_by));
diesel::joinable!(job -> person (owner_id));
diesel::joinable!(job_item -> job (job_id));
diesel::joinable!(job_item -> student (student_id));
diesel::joinable!(known_device -> person (person_id));
diesel::joinable!(ladder -> catalog (catalog_id));
diesel::joinable!(letter -> person (person_id));
diesel::joinable!(letter -> result (result_id));
diesel::joinable!(letter_about -> letter (letter_id));
diesel::joinable!(letter_about -> student (student_id));
diesel::joinable!(letter_claim -> claim_revision (revision_id));
diesel::joinable!(letter_claim -> letter (letter_id));
diesel::joinable!(letter_try -> letter (letter_id));
diesel::joinable!(letter_wording -> person (author_id));
diesel::joinable!(meeting -> student (student_id));
diesel::joinable!(note -> student (student_id));
diesel::joinable!(note_addendum -> note (note_id));
diesel::joinable!(note_revision -> note (note_id));
diesel::joinable!(note_seen -> person (reader_id));
diesel::joinable!(note_seen -> student (student_id));
diesel::joinable!(outcome -> student (student_id));
diesel::joinable!(page -> person (owner_id));
diesel::joinable!(page_attestation -> page_revision (revision_id));
diesel::joinable!(page_attestation -> person (by_id));
diesel::joinable!(page_revision -> page (page_slug));
diesel::joinable!(page_revision -> person (author_id));
diesel::joinable!(page_schedule -> page (page_slug));
diesel::joinable!(page_schedule -> page_revision (revision_id));
diesel::joinable!(page_schedule -> person (set_by));
diesel::joinable!(page_translation -> page_revision (revision_id));
diesel::joinable!(page_translation -> person (author_id));
diesel::joinable!(profile -> student (student_id));
diesel::joinable!(program -> catalog (catalog_id));
diesel::joinable!(questionnaire_translation -> questionnaire (questionnaire_id));
diesel::joinable!(recovery_code -> second_factor (person_id));
diesel::joinable!(registration -> attempt (attempt_id));
diesel::joinable!(resend -> person (sent_by));
diesel::joinable!(result -> attempt (attempt_id));
diesel::joinable!(result -> catalog (catalog_id));
diesel::joinable!(result -> questionnaire (questionnaire_id));
diesel::joinable!(result -> student (student_id));
diesel::joinable!(roster_entry -> person (advisor_id));
diesel::joinable!(roster_line -> roster_import (import_id));
diesel::joinable!(saved_part -> attempt (attempt_id));
diesel::joinable!(saved_view -> person (person_id));
diesel::joinable!(second_factor -> person (person_id));
diesel::joinable!(selection_item -> selection (selection_id));
diesel::joinable!(selection_item -> student (student_id));
diesel::joinable!(session -> person (person_id));
diesel::joinable!(setting_change -> person (changed_by));
diesel::joinable!(share -> result (result_id));
diesel::joinable!(source_translation -> source (source));
diesel::joinable!(standing -> student (student_id));
diesel::joinable!(suppression -> person (lifted_by));
diesel::joinable!(token -> person (person_id));
diesel::joinable!(wording -> person (author_id));

diesel::allow_tables_to_appear_in_same_query!(
    accreditation,
    accreditation_translation,
    advice,
    anchor,
    anchor_translation,
    answer,
    assignment,
    attempt,
    audit,
    calibration,
    catalog,
    chore,
    claim,
    claim_revision,
    claim_translation,
    comparison_pair,
    content_change,
    data_request,
    desk,
    digest,
    default_content,
    dimension,
    dimension_translation,
    disclaimer,
    disclaimer_translation,
    disclosure,
    draft,
    email_change,
    erased_outcome,
    export,
    figure,
    figure_correction,
    follow_up,
    half_sign_in,
    impact,
    invitation,
    invitation_list,
    item,
    item_translation,
    job,
    job_item,
    known_device,
    ladder,
    ladder_translation,
    letter,
    letter_about,
    letter_claim,
    letter_try,
    letter_wording,
    meeting,
    note,
    note_addendum,
    note_revision,
    note_seen,
    outcome,
    page,
    page_attestation,
    page_revision,
    page_schedule,
    page_translation,
    person,
    profile,
    program,
    program_translation,
    questionnaire,
    questionnaire_translation,
    recovery_code,
    registration,
    resend,
    result,
    roster_entry,
    roster_import,
    roster_line,
    rung,
    rung_translation,
    saved_part,
    saved_view,
    second_factor,
    selection,
    selection_item,
    session,
    setting,
    setting_change,
    share,
    shred,
    source,
    source_translation,
    standing,
    student,
    suppression,
    tally,
    throttle,
    token,
    wording,
);

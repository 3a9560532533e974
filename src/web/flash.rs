//! A sentence on top of a page after something was done, named by `?done=` in its address.

/// A sentence on top of a page after something was done.
#[derive(Clone, Copy)]
pub struct Flash {
    /// `ok`, `warn` or `err`.
    pub tone: &'static str,
    /// Its words.
    pub key: &'static str,
}

/// The closed list of `?done=` words: nothing a stranger writes into an address shows on a page.
const FLASHES: &[(&str, &str, &str)] = &[
    ("signed-out", "ok", "flash-signed-out"),
    ("kept-a-day", "ok", "flash-kept-a-day"),
    ("started-over", "ok", "flash-started-over"),
    ("answers-kept", "ok", "flash-answers-kept"),
    ("profile-saved", "ok", "flash-profile-saved"),
    ("password-changed", "ok", "flash-password-changed"),
    ("own-password-changed", "ok", "flash-own-password-changed"),
    ("email-asked", "ok", "flash-email-asked"),
    ("email-changed", "ok", "flash-email-changed"),
    ("email-withdrawn", "ok", "flash-email-withdrawn"),
    ("email-undone", "ok", "flash-email-undone"),
    ("device-ended", "ok", "flash-device-ended"),
    ("devices-ended", "ok", "flash-devices-ended"),
    ("shared", "ok", "flash-shared"),
    ("share-revoked", "ok", "flash-share-revoked"),
    ("factor-off", "ok", "flash-factor-off"),
    ("confirmed", "ok", "flash-confirmed"),
    ("submitted", "ok", "flash-submitted"),
    ("note-saved", "ok", "flash-note-saved"),
    ("addendum-saved", "ok", "flash-addendum-saved"),
    ("note-removed", "ok", "flash-note-removed"),
    ("note-draft-saved", "ok", "flash-note-draft-saved"),
    ("draft-discarded", "ok", "flash-draft-discarded"),
    ("advice-saved", "ok", "flash-advice-saved"),
    ("letter-queued", "ok", "flash-letter-queued"),
    ("letter-again", "ok", "flash-letter-again"),
    ("letter-wordless", "warn", "flash-letter-wordless"),
    ("letter-limit", "warn", "flash-letter-limit"),
    ("claim-published", "ok", "flash-claim-published"),
    ("corrections-sent", "ok", "flash-corrections-sent"),
    ("corrections-none", "warn", "flash-corrections-none"),
    ("wording-saved", "ok", "flash-wording-saved"),
    ("wording-in-use", "ok", "flash-wording-in-use"),
    ("wording-tested", "ok", "flash-wording-tested"),
    ("draft-saved", "ok", "flash-draft-saved"),
    ("page-published", "ok", "flash-page-published"),
    ("draft-begun", "ok", "flash-draft-begun"),
    ("questions-published", "ok", "flash-questions-published"),
    ("programs-published", "ok", "flash-programs-published"),
    ("version-ended", "ok", "flash-version-ended"),
    ("page-scheduled", "ok", "flash-page-scheduled"),
    ("page-unscheduled", "ok", "flash-page-unscheduled"),
    ("page-owner", "ok", "flash-page-owner"),
    ("page-attested", "ok", "flash-page-attested"),
    ("translation-saved", "ok", "flash-translation-saved"),
    ("invited", "ok", "flash-invited"),
    ("students-invited", "ok", "flash-students-invited"),
    ("invitation-withdrawn", "ok", "flash-invitation-withdrawn"),
    ("letters-released", "ok", "flash-letters-released"),
    ("nothing-released", "warn", "flash-nothing-released"),
    ("suppression-lifted", "ok", "flash-suppression-lifted"),
    ("test-sent", "ok", "flash-test-sent"),
    ("outcome-told", "ok", "flash-outcome-told"),
    ("outcome-noted", "ok", "flash-outcome-noted"),
    ("outcomes-noted", "ok", "flash-outcomes-noted"),
    ("wages-published", "ok", "flash-wages-published"),
    ("defaults-published", "ok", "flash-defaults-published"),
    ("settings-saved", "ok", "flash-settings-saved"),
    ("role-changed", "ok", "flash-role-changed"),
    ("deactivated", "ok", "flash-deactivated"),
    ("reopened", "ok", "flash-reopened"),
    ("their-factor-off", "ok", "flash-their-factor-off"),
    ("taken", "ok", "flash-taken"),
    ("students-moved", "ok", "flash-students-moved"),
    ("nobody-chosen", "warn", "flash-nobody-chosen"),
    ("view-saved", "ok", "flash-view-saved"),
    ("view-renamed", "ok", "flash-view-renamed"),
    ("view-removed", "ok", "flash-view-removed"),
    ("follow-up-planned", "ok", "flash-follow-up-planned"),
    ("follow-up-changed", "ok", "flash-follow-up-changed"),
    ("follow-up-settled", "ok", "flash-follow-up-settled"),
    ("meeting-set", "ok", "flash-meeting-set"),
    ("meeting-cancelled", "ok", "flash-meeting-cancelled"),
    ("meeting-settled", "ok", "flash-meeting-settled"),
    ("call-asked", "ok", "flash-call-asked"),
    ("call-open", "warn", "flash-call-open"),
    ("call-withdrawn", "ok", "flash-call-withdrawn"),
    ("move-asked", "ok", "flash-move-asked"),
    ("stale-page", "warn", "flash-stale-page"),
    ("request-made", "ok", "flash-request-made"),
    ("request-open", "warn", "flash-request-open"),
    ("request-withdrawn", "ok", "flash-request-withdrawn"),
    ("statement-saved", "ok", "flash-statement-saved"),
    ("decided", "ok", "flash-decided"),
    ("erased", "ok", "flash-erased"),
    ("disclosure-saved", "ok", "flash-disclosure-saved"),
];

impl Flash {
    /// The sentence that an address asks for.
    #[must_use]
    pub fn of(query: &str) -> Option<Self> {
        let done = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        FLASHES.iter().find(|(name, ..)| *name == done).map(|(_, tone, key)| Self { tone, key })
    }
}

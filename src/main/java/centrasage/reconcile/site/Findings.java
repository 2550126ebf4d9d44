package centrasage.reconcile.site;

import centrasage.flow.Owner;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was found until now: faults, what is fine, and what Sage did not say. */
final class Findings {
    private final List<CheckFinding> all = new ArrayList<>();
    private final Set<CheckCode> undecided = EnumSet.noneOf(CheckCode.class);

    /** What a setting must be, and what people are told where it is not. */
    record Rule(
            Register register, String field, boolean wanted, CheckCode code, Owner owner, String what, String remedy) {}

    List<CheckFinding> all() {
        return all;
    }

    List<CheckCode> undecided() {
        return List.copyOf(undecided);
    }

    void judge(Rule rule, Facts row) {
        Optional<Boolean> flag = row.flag(rule.field());
        if (flag.isEmpty()) {
            unread(rule.register(), rule.field(), "Sage 200 does not say " + rule.field(), rule.code());
        } else if (flag.get() == rule.wanted()) {
            fine(rule.code(), Place.of(rule.register(), rule.field(), flag.get().toString()));
        } else {
            Place place = Place.of(rule.register(), rule.field(), flag.get().toString());
            tell(rule.code(), rule.owner(), place, rule.what(), rule.remedy());
        }
    }

    void tell(CheckCode code, Place place, String what, String remedy) {
        tell(code, Owner.FINANCE, place, what, remedy);
    }

    void tell(CheckCode code, Owner owner, Place place, String what, String remedy) {
        all.add(CheckFinding.of(code, owner, place, what, remedy));
    }

    void fine(CheckCode code, Place place) {
        fine(code, place, place.field().isEmpty() ? place.source() : place.field() + " is " + place.value());
    }

    void fine(CheckCode code, Place place, String what) {
        all.add(CheckFinding.fine(code, Owner.FINANCE, place, what));
    }

    /** Never taken as fine: the findings that hang on it stay as they were. */
    void unread(Register register, String field, String why, CheckCode... hanging) {
        undecided.addAll(List.of(hanging));
        CheckFinding unread = CheckFinding.of(
                CheckCode.SITE_UNREAD,
                Owner.OPERATIONS,
                Place.of(register, field, ""),
                "Could not be checked: " + why,
                "Let the Sage user read " + register.resource() + ", or look at it in Sage 200 yourself");
        if (!all.contains(unread)) {
            all.add(unread); // of many records the same is said once
        }
    }
}

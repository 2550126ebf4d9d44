package centrasage.reconcile.finding;

import centrasage.flow.Owner;

/**
 * One thing that a check found, in words of the person who must mend it.
 *
 * @param grade the code's, or FINE where it was looked at and is as it should be
 * @param what what is so, naming the thing and the value; no personal data
 * @param remedy what to do about it; empty where it is fine
 */
public record CheckFinding(CheckCode code, Grade grade, Owner owner, Place place, String what, String remedy) {

    public static CheckFinding of(CheckCode code, Owner owner, Place place, String what, String remedy) {
        return new CheckFinding(code, code.grade(), owner, place, what, remedy);
    }

    /** The same, told of one company of several. */
    CheckFinding in(CompanyRows rows) {
        return new CheckFinding(code, grade, owner, place, "Company " + rows.company() + ": " + what, remedy);
    }

    public static CheckFinding fine(CheckCode code, Owner owner, Place place, String what) {
        return new CheckFinding(code, Grade.FINE, owner, place, what, "");
    }
}

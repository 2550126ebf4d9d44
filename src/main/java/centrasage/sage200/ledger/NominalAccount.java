package centrasage.sage200.ledger;

/**
 * A nominal account by the three codes that name it.
 *
 * @param costCentre empty where it has none
 * @param department empty where it has none
 */
public record NominalAccount(String code, String costCentre, String department) {

    /** {@code 4000} or {@code 4000/WEB/UK}. */
    public static NominalAccount parse(String text) {
        String[] parts = text.split("/", -1);
        return new NominalAccount(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /** In either case, as Sage 200 compares. */
    boolean isSame(NominalAccount other) {
        return code.equalsIgnoreCase(other.code)
                && costCentre.equalsIgnoreCase(other.costCentre)
                && department.equalsIgnoreCase(other.department);
    }

    /** As people write it: {@code 4000} or {@code 4000/WEB/UK}. */
    @Override
    public String toString() {
        return costCentre.isEmpty() && department.isEmpty() ? code : code + "/" + costCentre + "/" + department;
    }
}

package centrasage.catalogue.compare;

/** What becomes of a value that was compared. */
public enum Decision {
    /** Both sides hold it. */
    SAME,
    /** Sage changed it, or Centra never had any: Centra is to be told. */
    TOLD,
    /** Centra holds something that Sage never said, or nothing any more: a person decides. */
    DRIFTED,
    /** Nobody can tell what Centra is to hold. */
    CONFLICT;

    /**
     * By three values: where Centra still holds what both once agreed upon, Sage has changed; else somebody changed Centra, and nobody's
     * words are overwritten unasked.
     *
     * @param agreed what both sides last held, or Centra took of us; empty before
     * @param overwrites whether Sage's value goes before what was changed in Centra
     */
    public static Decision of(Compared compared, String agreed, boolean overwrites) {
        if (!compared.conflict().isEmpty()) {
            return CONFLICT;
        }
        if (compared.sage().equals(compared.centra())) {
            return SAME;
        }
        boolean isUntouched = compared.centra().equals(agreed);
        return isUntouched || overwrites ? TOLD : DRIFTED;
    }
}

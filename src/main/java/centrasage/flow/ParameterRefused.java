package centrasage.flow;

/** A parameter of a run that cannot be used: its name, its value and the remedy. */
public final class ParameterRefused extends Exception implements Explained {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String value;
    private final String what;
    private final String remedy;

    /**
     * @param value empty where it is missing
     * @param what is wrong, to be read after the name and the value: {@code is neither true nor false}
     * @param remedy what to give instead
     */
    public ParameterRefused(String field, String value, String what, String remedy) {
        super(field + (value.isEmpty() ? "" : " = " + value) + " " + what + "; " + remedy);
        this.field = field;
        this.value = value;
        this.what = what;
        this.remedy = remedy;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String what() {
        return what;
    }

    public String remedy() {
        return remedy;
    }
}

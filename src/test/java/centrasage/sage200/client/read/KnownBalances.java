package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Banks whose balances a test says. */
public final class KnownBalances extends BankBalances {
    private final Map<String, Balance> balances = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private boolean away;
    private String awayOne = "";

    /** In a bank in the company's own currency. */
    public KnownBalances with(String bank, String amount) {
        return with(bank, amount, amount);
    }

    public KnownBalances with(String bank, String amount, String inBase) {
        balances.put(bank, new Balance(new BigDecimal(amount), new BigDecimal(inBase)));
        return this;
    }

    /** From now on Sage does not answer. */
    public void goAway() {
        away = true;
    }

    /** From now on this company does not answer. */
    public void goAway(String company) {
        awayOne = company;
    }

    /** What happens between this answer, which has nothing of it, and the next. */
    public void andThen(Runnable happens) {
        meanwhile.add(happens);
    }

    @Override
    public Map<String, Balance> of(String company) throws TargetUnavailable {
        if (away || company.equals(awayOne)) {
            throw new TargetUnavailable("it does not answer");
        }
        Map<String, Balance> now = Map.copyOf(balances);
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
        Map<String, Balance> answer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.putAll(now);
        return answer;
    }
}

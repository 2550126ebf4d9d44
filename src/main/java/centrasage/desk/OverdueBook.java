package centrasage.desk;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One exception for each worklist of a company that waits for too long; it closes itself with the first look that finds it done. */
@ApplicationScoped
public class OverdueBook {
    private Register register;

    @SuppressWarnings("NullAway.Init")
    OverdueBook() {}

    @Inject
    OverdueBook(Register register) {
        this.register = register;
    }

    @Atomic(alone = true)
    public void stands(OverdueWork work) {
        register.open(work.matter());
    }

    @Atomic(alone = true)
    public void over(String company, String subject) {
        over(company, subject, "nothing on this list waits for too long any more");
    }

    /** @param why it is over */
    @Atomic(alone = true)
    public void over(String company, String subject, String why) {
        register.close(OverdueWork.cause(company, subject), why);
    }
}

package centrasage.console.runs;

/**
 * How far a run is.
 *
 * @param step which step it does now, as people say it; empty before the first
 * @param number its place, from 1; 0 before the first
 * @param of how many steps there are
 * @param done how many documents this step has done; 0 where nobody counts them
 * @param toDo how many are left for it, as far as is known; 0 where nobody knows
 * @param left how long it will take still, in words; empty where nothing says so
 */
public record Progress(String step, int number, int of, long done, long toDo, String left) {

    /** Whether there is a share to draw. */
    public boolean measured() {
        return done + toDo > 0;
    }

    /** Done and left together: what a bar is full at. */
    public long whole() {
        return done + toDo;
    }
}

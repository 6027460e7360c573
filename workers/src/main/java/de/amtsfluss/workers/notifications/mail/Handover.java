package de.amtsfluss.workers.notifications.mail;

/** What the mail server said to a mail. Reasons hold codes only, since answers of servers repeat addresses. */
public sealed interface Handover {

    /** It has taken it. */
    record Accepted() implements Handover {}

    /**
     * It will never take it (RFC 5321, 4.2.1: 5yz).
     *
     * @param why the code
     */
    record Refused(String why) implements Handover {}

    /**
     * It did not take it now.
     *
     * @param why the code, or what failed
     */
    record Later(String why) implements Handover {}
}

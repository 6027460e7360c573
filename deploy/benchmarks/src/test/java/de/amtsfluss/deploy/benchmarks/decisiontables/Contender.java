package de.amtsfluss.deploy.benchmarks.decisiontables;

/** The engines that are compared. */
public enum Contender {
    /** The service {@code DecisionTables} of this project. */
    AMTSFLUSS,
    /** Flowable's rules, called with a table in memory by an engine without database. */
    FLOWABLE_RULES,
    /** Flowable by its {@code DmnDecisionService} with PostgreSQL and without history. */
    FLOWABLE_SERVICE,
    /** Operaton's DMN engine. */
    OPERATON,
    /** Zeebe's DMN library. */
    ZEEBE;

    Engine start() {
        return switch (this) {
            case AMTSFLUSS -> new AmtsflussEngine();
            case FLOWABLE_RULES -> new FlowableRules();
            case FLOWABLE_SERVICE -> new FlowableService();
            case OPERATON -> IsolatedClassLoader.operaton();
            case ZEEBE -> new ZeebeEngine();
        };
    }
}

package io.microscape.api;

import io.microscape.carbon.SpaceAccount;
import io.microscape.pipeline.AccountViews;
import io.microscape.pipeline.StudyPipeline;
import io.microscape.store.StudyStore;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads: carbon accounts with their breakdown, and the factors that they were computed with. */
@RestController
@CrossOrigin
@RequestMapping("/api/studies/{study}")
class AccountsController {
    private final StudyStore store;
    private final StudyPipeline pipeline;

    AccountsController(StudyStore store, StudyPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /** The accounts of all spaces that have one or can have one. */
    @GetMapping("/accounts")
    List<Map<String, Object>> accounts(@PathVariable String study) {
        return of(study).stream().map(AccountViews::account).toList();
    }

    /** The account of one space. */
    @GetMapping("/accounts/{code}")
    Map<String, Object> account(@PathVariable String study, @PathVariable String code) {
        return of(study).stream()
                .filter(account -> account.code().equals(code))
                .findFirst()
                .map(AccountViews::account)
                .orElseThrow(() -> new NotFoundException("the study '" + study + "' has no account of '" + code + "'"));
    }

    /** Which factor was used where. */
    @GetMapping("/factors")
    List<Map<String, Object>> factors(@PathVariable String study) {
        return AccountViews.factorsUsed(of(study));
    }

    private List<SpaceAccount> of(String study) {
        return pipeline.accounts(
                store.study(study).orElseThrow(() -> new NotFoundException("there is no study '" + study + "'")));
    }
}

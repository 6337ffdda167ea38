"""Trajectories for optimizers.json of Muon, schedule-free and the wrappers: training weights and, where they differ, those for evaluation."""

from unittest import mock

import jax
import numpy
import optax
import torch

STEPS = 20


def on_jax(weights):
    return {n: jax.numpy.asarray(w, dtype=jax.numpy.float64) for n, w in weights.items()}


def described(kind, options=None, inner=None):
    return {"optimizer": kind, "options": {**(options or {}), **({"optimizer": inner} if inner else {})}}


def inner(kind, **options):
    return {"kind": kind, "options": options}


def cases(start, gradients, flat, constant, falling):
    gradient_at = lambda weights: {n: g.numpy() for n, g in gradients({n: numpy.asarray(w).tolist() for n, w in weights.items()}).items()}
    warm = lambda rate: [0.0, 0.0] + [rate * min(1, k / 6) / (1 + 0.1 * k) for k in range(STEPS - 2)]
    both = {"constant": constant, "falling": falling}
    found = []

    def add(name, peer, description, kind, rates, trajectory, views=None):
        found.append(
            {"name": f"{name}, {kind} rate", "peer": peer, **description, "learningRates": rates, "weights": trajectory}
            | ({"views": views} if views else {})
        )

    def torch_steps(make, rates, after):
        weights = {n: torch.tensor(v, dtype=torch.float64, requires_grad=True) for n, v in start.items()}
        optimizer = make(list(weights.values()))
        trajectory, views = [], []
        for step, rate in enumerate(rates):
            for n, g in gradients({n: w.tolist() for n, w in weights.items()}).items():
                weights[n].grad = g
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
            now = {n: w.detach() for n, w in weights.items()}
            trajectory.append(flat(now))
            views.append(flat(after(step, now)))
        return trajectory, views

    # Muon takes matrices [outputs, inputs], and rounds them to bfloat16 unless that means float64 here. Vectors go to AdamW.
    def muon(options, fallback, multiplier, rates):
        weights = {n: torch.tensor(v, dtype=torch.float64) for n, v in start.items()}
        weights = {n: (w.T.contiguous() if w.ndim == 2 else w).requires_grad_() for n, w in weights.items()}
        matrices = torch.optim.Muon([w for w in weights.values() if w.ndim == 2], lr=rates[0], **options)
        vectors = torch.optim.AdamW([w for w in weights.values() if w.ndim == 1], lr=rates[0], foreach=False, **fallback)
        upright = lambda: {n: w.detach().T if w.ndim == 2 else w.detach() for n, w in weights.items()}
        trajectory = []
        for rate in rates:
            for n, g in gradients({n: w.tolist() for n, w in upright().items()}).items():
                weights[n].grad = g.T.contiguous() if g.ndim == 2 else g
            matrices.param_groups[0]["lr"] = rate
            vectors.param_groups[0]["lr"] = rate * multiplier
            with mock.patch.object(torch, "bfloat16", torch.float64):
                matrices.step()
            vectors.step()
            trajectory.append(flat(upright()))
        return trajectory

    plain = {"betas": (0.9, 0.95), "eps": 1e-10, "weight_decay": 0}
    for kind, rates in both.items():
        add("muon", "PyTorch", described("muon"), kind, rates(0.02), muon({"weight_decay": 0}, plain, 0.015, rates(0.02)))
        add(
            "muon scaled to AdamW, with decay and without Nesterov",
            "PyTorch",
            described("muon", {"scaling": "matchRmsAdamw", "nesterov": False, "momentum": 0.8, "weightDecay": 0.3, "fallbackMultiplier": 0.5}),
            kind,
            rates(0.03),
            muon(
                {"weight_decay": 0.3, "nesterov": False, "momentum": 0.8, "adjust_lr_fn": "match_rms_adamw"},
                {**plain, "weight_decay": 0.3},
                0.5,
                rates(0.03),
            ),
        )

    # The wrapper asks its schedule for step 1 first, the optimizer in it for step 0.
    def schedule_free(make, beta, rates):
        table = jax.numpy.asarray(rates)
        optimizer = optax.contrib.schedule_free(make(lambda count: table[count]), lambda count: table[count - 1], b1=beta)
        weights = on_jax(start)
        state = optimizer.init(weights)
        trajectory, views = [], []
        for _ in rates:
            updates, state = optimizer.update(on_jax(gradient_at(weights)), state, weights)
            weights = optax.apply_updates(weights, updates)
            trajectory.append(flat(weights))
            views.append(flat(optax.contrib.schedule_free_eval_params(state, weights)))
        return trajectory, views

    for kind, rates in {**both, "warm-up": warm}.items():
        r = rates(0.05)
        add("schedule-free", "optax", described("scheduleFree"), kind, r, *schedule_free(lambda s: optax.adam(s, b1=0.0), 0.9, r))
        add(
            "schedule-free with decay",
            "optax",
            described("scheduleFree", {"beta": 0.7, "beta2": 0.9, "epsilon": 0.01, "weightDecay": 0.2}),
            kind,
            r,
            *schedule_free(lambda s: optax.adamw(s, b1=0.0, b2=0.9, eps=0.01, weight_decay=0.2), 0.7, r),
        )
        r = rates(0.2)
        add("schedule-free of SGD", "optax", described("scheduleFree", {"base": "sgd"}), kind, r, *schedule_free(optax.sgd, 0.9, r))

    def lookahead(steps, alpha, rates, average=None):
        table = jax.numpy.asarray(rates)
        optimizer = optax.lookahead(optax.adam(lambda count: table[count]), sync_period=steps, slow_step_size=alpha)
        weights = optax.LookaheadParams.init_synced(on_jax(start))
        state = optimizer.init(weights)
        trajectory, views, mean = [], [], None
        for _ in rates:
            updates, state = optimizer.update(on_jax(gradient_at(weights.fast)), state, weights)
            weights = optax.apply_updates(weights, updates)
            trajectory.append(flat(weights.fast))
            mean = weights.slow if mean is None or average is None else optax.incremental_update(weights.slow, mean, 1 - average)
            views.append(flat(mean))
        return trajectory, views

    for kind, rates in both.items():
        r = rates(0.05)
        adam = inner("adam")
        add("lookahead", "optax", described("lookahead", {"steps": 6, "alpha": 0.3}, adam), kind, r, *lookahead(6, 0.3, r))
        nested = {"kind": "lookahead", "options": {"optimizer": adam, "steps": 4, "alpha": 0.5}}
        add("ema around lookahead", "optax", described("ema", {"decay": 0.8}, nested), kind, r, *lookahead(4, 0.5, r, 0.8))

    def averaged(start_at, every, **how):
        holder = torch.nn.ParameterList([torch.nn.Parameter(torch.tensor(v, dtype=torch.float64)) for v in start.values()])
        model = torch.optim.swa_utils.AveragedModel(holder, **how)

        def after(step, weights):
            since = step + 1 - start_at
            if since < 0:
                return weights
            if since % every == 0:
                with torch.no_grad():
                    for p, w in zip(holder, weights.values()):
                        p.copy_(w)
                model.update_parameters(holder)
            return {n: p.detach() for n, p in zip(weights, model.module)}

        return after

    adam = lambda parameters: torch.optim.Adam(parameters, foreach=False)
    ema = torch.optim.swa_utils.get_ema_multi_avg_fn
    for kind, rates in both.items():
        r = rates(0.05)
        wraps = inner("adam")
        add("ema", "PyTorch", described("ema", {"decay": 0.9}, wraps), kind, r, *torch_steps(adam, r, averaged(1, 1, multi_avg_fn=ema(0.9))))
        late = {"decay": 0.7, "start": 4, "every": 3}
        add("ema, late", "PyTorch", described("ema", late, wraps), kind, r, *torch_steps(adam, r, averaged(4, 3, multi_avg_fn=ema(0.7))))
        add("swa", "PyTorch", described("swa", {"start": 5}, wraps), kind, r, *torch_steps(adam, r, averaged(5, 1)))
        add("swa, some", "PyTorch", described("swa", {"start": 3, "every": 4}, wraps), kind, r, *torch_steps(adam, r, averaged(3, 4)))
        debias, memory = optax.ema(0.9, debias=True), {}

        def debiased(step, weights):
            now = on_jax(weights)
            seen, memory["state"] = debias.update(now, memory["state"] if step else debias.init(now))
            return seen

        add("ema without bias", "optax", described("ema", {"decay": 0.9, "debias": True}, wraps), kind, r, *torch_steps(adam, r, debiased))

    def sam(rho, rates):
        table = jax.numpy.asarray(rates)
        ascent = optax.chain(optax.contrib.normalize(), optax.sgd(rho))
        optimizer = optax.contrib.sam(optax.sgd(lambda count: table[count], momentum=0.8), ascent, opaque_mode=True)
        weights = on_jax(start)
        state = optimizer.init(weights)
        trajectory = []
        for _ in rates:
            at = lambda w, _: on_jax(gradient_at(w))
            updates, state = optimizer.update(at(weights, 0), state, weights, grad_fn=at)
            weights = optax.apply_updates(weights, updates)
            trajectory.append(flat(weights))
        return trajectory

    # Neither has the adaptive form: its ascent is written out here, the step is PyTorch's.
    def adaptive_sam(rho, rates):
        weights = {n: torch.tensor(v, dtype=torch.float64, requires_grad=True) for n, v in start.items()}
        optimizer = torch.optim.Adam(list(weights.values()), foreach=False)
        trajectory = []
        for rate in rates:
            now = {n: w.detach().numpy() for n, w in weights.items()}
            g = gradient_at(now)
            scale = rho / (numpy.sqrt(sum(((now[n] * g[n]) ** 2).sum() for n in now)) + 1e-12)
            for n, second in gradient_at({n: now[n] + scale * now[n] ** 2 * g[n] for n in now}).items():
                weights[n].grad = torch.tensor(second)
            optimizer.param_groups[0]["lr"] = rate
            optimizer.step()
            trajectory.append(flat({n: w.detach() for n, w in weights.items()}))
        return trajectory

    for kind, rates in both.items():
        momentum = inner("sgd", momentum=0.8, style="pytorch")
        add("sam", "optax", described("sam", {"rho": 0.1}, momentum), kind, rates(0.02), sam(0.1, rates(0.02)))
        described_as = described("sam", {"rho": 0.5, "adaptive": True}, inner("adam"))
        add("adaptive sam", "PyTorch", described_as, kind, rates(0.05), adaptive_sam(0.5, rates(0.05)))
    return found

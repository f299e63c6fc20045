'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { assignClaims, planShare, shareOut } from '#lib/claims/actions.ts';
import { LEFT_OUT } from '#lib/claims/rules-share.ts';
import type { ShareDTO, SharePlanDTO } from '#lib/claims/types.ts';

type Props = { readonly articleId: string; readonly headline: string; readonly onClose: () => void };

/** Chooses among whom claims are shared out, shows who would get which and what is left out, and gives them out. */
export function ShareDialog({ articleId, headline, onClose }: Props) {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const format = useFormatter();
  const { plan, chosen, choose, give, isPending, trouble } = useShare(articleId, onClose);
  const left = LEFT_OUT.flatMap((why) => {
    const count = plan?.left[why] ?? 0;
    return count > 0 ? [t('shareWhy', { why, count })] : [];
  });
  return (
    <Dialog title={t('shareTitle')} isOpen onOpenChange={onClose}>
      <p className="text-sm font-medium text-pretty">{headline}</p>
      {plan === null ? (
        trouble === null ? (
          <Skeleton className="mt-4 h-32" />
        ) : (
          <FormError message={trouble} />
        )
      ) : (
        <>
          <p className="mt-1 text-sm text-pretty text-soft">{t('shareLead', { count: plan.count })}</p>
          <fieldset className="mt-4 flex flex-col gap-1.5">
            <legend className="mb-1.5 text-sm font-semibold">{t('shareAmong')}</legend>
            {plan.people.map(({ id, name, load }) => (
              <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isOn) => choose(id, isOn)}>
                {t('shareLoad', { name, count: load })}
              </Checkbox>
            ))}
          </fieldset>
          <div role="status" className="mt-4 border-t border-rule pt-3 text-sm">
            {plan.shares.length === 0 ? (
              <p className="text-soft">{t('shareNobody')}</p>
            ) : (
              <ul className="flex flex-col gap-1">
                {plan.shares.map((share) => (
                  <li key={share.personId} className="figures">
                    {t('shareGets', {
                      name: plan.people.find(({ id }) => id === share.personId)?.name ?? '',
                      count: share.claims.length,
                      numbers: numbersOf(share),
                    })}
                  </li>
                ))}
              </ul>
            )}
            {left.length > 0 ? <p className="mt-2 text-soft">{t('shareLeft', { what: format.list(left) })}</p> : null}
          </div>
          {trouble === null ? null : <FormError message={trouble} />}
        </>
      )}
      <Actions>
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button
          variant="prime"
          isPending={isPending}
          isDisabled={plan === null || plan.count === 0 || plan.shares.length === 0}
          onPress={give}
        >
          {t('shareDo')}
        </Button>
      </Actions>
    </Dialog>
  );
}

const SHOWN = 8;
/** The numbers of somebody's claims, the first few of many. */
const numbersOf = ({ claims }: ShareDTO): string =>
  `${claims
    .slice(0, SHOWN)
    .map(({ number }) => number)
    .join(', ')}${claims.length > SHOWN ? ' …' : ''}`;

/** What would be given to whom, asked anew whenever somebody else is chosen; and giving it, which can be taken back as one. */
function useShare(articleId: string, onClose: () => void) {
  const t = useTranslations('desk');
  const auth = useTranslations('auth');
  const router = useRouter();
  const [plan, setPlan] = useState<SharePlanDTO | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const latest = useRef(0);

  const ask = useCallback(
    async (personIds: readonly string[]) => {
      latest.current += 1;
      const own = latest.current;
      const result = await planShare({ articleId, personIds: [...personIds] }).catch(() => null);
      // Somebody else has been chosen since.
      if (own !== latest.current) return;
      if (result?.ok) setPlan(result.value);
      else setTrouble(result?.message ?? auth('unreachable'));
    },
    [articleId, auth],
  );
  useEffect(() => {
    void ask([]);
  }, [ask]);

  async function give() {
    if (plan === null) return;
    setPending(true);
    const shares = plan.shares
      .filter(({ claims }) => claims.length > 0)
      .map(({ personId, claims }) => ({ personId, claims: claims.map(({ id, version }) => ({ id, version })) }));
    const result = await shareOut({ shares }).catch(() => null);
    setPending(false);
    if (!result?.ok) {
      setTrouble(result?.message ?? auth('unreachable'));
      await ask(chosen);
      return;
    }
    const given = result.value.claims.map(({ id, version }) => ({ id, version }));
    toast({ text: t('shared', { count: given.length }), action: { label: t('undo'), run: () => void back(given) } });
    onClose();
  }
  async function back(claims: readonly { readonly id: string; readonly version: number }[]) {
    const result = await assignClaims({ claims, assigneeId: null }).catch(() => null);
    toast(result?.ok ? t('shareBack') : { text: result?.message ?? auth('unreachable'), tone: 'bad' });
    router.refresh();
  }
  const choose = (id: string, isOn: boolean) => {
    const next = isOn ? [...chosen, id] : chosen.filter((one) => one !== id);
    setTrouble(null);
    setChosen(next);
    void ask(next);
  };
  return { plan, chosen, choose, give, isPending, trouble };
}
